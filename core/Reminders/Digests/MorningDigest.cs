namespace Puskesos.Core.Reminders.Digests;

/// <summary>That an officer's morning list of a day has been seen to; one row a day, whether something was told or not.</summary>
public sealed class MorningDigest
{
    public long OfficerId { get; init; }

    public DateOnly Day { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>False when all figures were zero and nothing was sent.</summary>
    public bool WasTold { get; init; }
}
