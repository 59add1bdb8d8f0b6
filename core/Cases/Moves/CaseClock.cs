using Puskesos.Core.Calendar;
using Puskesos.Core.Places;

namespace Puskesos.Core.Cases.Moves;

/// <summary>When a case is due: the first check, the handling, and the rest while the resident is awaited (DOMAIN §5, §7).</summary>
public sealed class CaseClock(WorkCalendarBook calendars, TimeProvider time)
{
    /// <summary>A new or reopened case is checked by the end of the next working day (DOMAIN §7, "1 hk").</summary>
    public const int CheckWorkingDays = 1;

    /// <summary>A reopened case gets half of the handling time, at least one working day (DOMAIN §6).</summary>
    private const int ReopenedShare = 2;

    /// <summary>The working time of a unit.</summary>
    public WorkingTime Of(PuskesosUnit unit) => calendars.Current.For(new Office(unit.RegencyCode, unit.Code, unit.Opens, unit.Closes));

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>When the first check is due.</summary>
    public DateTimeOffset CheckDue(PuskesosUnit unit) => DueAfter(unit, CheckWorkingDays);

    /// <summary>When the handling is due: the working days of the category, half of them for a reopened case.</summary>
    public DateTimeOffset HandlingDue(PuskesosUnit unit, int workingDays, bool reopened) =>
        DueAfter(unit, reopened ? Math.Max(1, (workingDays + 1) / ReopenedShare) : workingDays);

    /// <summary>Lets the clock rest.</summary>
    public void Pause(Case paused, PuskesosUnit unit)
    {
        if (paused.DueAt is not { } due) return;
        paused.ClockLeft = Of(unit).WorkingTimeBetween(Now, due);
        paused.DueAt = null;
    }

    /// <summary>Lets it run again with what was left.</summary>
    public void Resume(Case resumed, PuskesosUnit unit)
    {
        if (resumed.ClockLeft is not { } left) return;
        resumed.DueAt = Of(unit).AddWorkingHours(Now, left);
        resumed.ClockLeft = null;
    }

    /// <summary>The day of a moment in the unit's zone.</summary>
    public DateOnly DayOf(PuskesosUnit unit, DateTimeOffset at) => Of(unit).Zone.DayOf(at);

    private DateTimeOffset DueAfter(PuskesosUnit unit, int workingDays)
    {
        var working = Of(unit);
        return working.ClosingOf(working.DueAfterWorkingDays(Now, workingDays));
    }
}
