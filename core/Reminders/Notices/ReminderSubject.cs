using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>A step that is being taken: of which case, at which unit, in which run of a clock.</summary>
/// <param name="Case">The case.</param>
/// <param name="Unit">The unit that has it.</param>
/// <param name="Time">The unit's working time.</param>
/// <param name="Run">The run of the clock.</param>
/// <param name="Row">The row that is taken.</param>
/// <param name="Now">The moment of the tick.</param>
public sealed record ReminderSubject(Case Case, UnitCard Unit, WorkingTime Time, ClockRun Run, DueReminder Row, DateTimeOffset Now)
{
    /// <summary>The visit that it is about, for the visit's clock.</summary>
    public VisitTimeline? Visit { get; init; }

    /// <summary>The referral that it is about, for the clocks of an agency and the heartbeat.</summary>
    public ReferralTimeline? Referral { get; init; }

    /// <summary>Reminders of a visit keep their hour; other news to officers waits for the office to open.</summary>
    public DateTimeOffset OfficersFrom => Run.Clock == ClockKind.Visit && Row.Step <= VisitClock.LastReminder ? Now : Time.NextOpening(Now);

    /// <summary>How the key of every reminder begins.</summary>
    public const string KeyStart = "reminder/";

    /// <summary>Unique to this step: with the receiver it is the outbox row's dedupe key, so that no step is told twice.</summary>
    public string Key => FormattableString.Invariant(
        $"{KeyStart}{Case.Id}/{Run.ItemNumber}/{(int)Run.Clock}/{Run.StartedAt.UtcTicks / TimeSpan.TicksPerMillisecond}/{Row.Step}");

    /// <summary>How many working days the target has passed.</summary>
    public int WorkingDaysLate => Time.WorkingDaysBetween(Run.StartedAt, Now);
}
