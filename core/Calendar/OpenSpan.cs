namespace Puskesos.Core.Calendar;

/// <summary>A stretch of a working day during which the office is open, in local time; <see cref="Until"/> itself is closed.</summary>
public readonly record struct OpenSpan(TimeOnly From, TimeOnly Until)
{
    /// <summary>How long the office is open in this stretch.</summary>
    public TimeSpan Length => Until - From;
}
