namespace Puskesos.Core.Calendar;

/// <summary>
/// Working hours that an installation, a regency or a unit has set: without dates its usual week, with dates the
/// week of that period (Ramadan). The narrower one counts: unit, then regency, then all.
/// </summary>
public sealed class WorkHoursProfile
{
    public long Id { get; init; }

    /// <summary>The regency it holds for; null for all.</summary>
    public string? RegencyCode { get; init; }

    /// <summary>The unit it holds for; null for all units of the regency.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The first day of the period; null for the usual week.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day of the period; null for the usual week.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The week in the written form of <see cref="WeekHours"/>; empty in a usual week that leaves the hours as they are.</summary>
    public required string Week { get; set; }

    /// <summary>False for one that says nothing of hours, only whether cuti bersama is worked on.</summary>
    public bool HasWeek => Week.Length > 0;

    /// <summary>Whether the office works on cuti bersama; read from the narrowest usual week only.</summary>
    public bool WorksOnJointLeave { get; set; }
}
