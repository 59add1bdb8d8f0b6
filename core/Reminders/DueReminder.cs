using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Core.Reminders;

/// <summary>What became of a step of a clock.</summary>
public enum ReminderOutcome
{
    /// <summary>Its notices were put into the outbox.</summary>
    Sent = 1,

    /// <summary>Skipped, because a later step of the same clock was due as well (after a stop of the service).</summary>
    Superseded = 2,

    /// <summary>Skipped, because nobody who could be told has a linked chat.</summary>
    NobodyLinked = 3,

    /// <summary>Skipped, because the officers concerned had three reminders about this case already.</summary>
    EnoughReminders = 4,

    /// <summary>Skipped, because the resident has no chat, has stopped notices or cannot be reached.</summary>
    ResidentAway = 5,

    /// <summary>Told in one message together with others, because many fell due at once.</summary>
    InDigest = 6,

    /// <summary>Skipped, because the same officers read another notice about the case at the same time.</summary>
    ToldAlready = 7,
}

/// <summary>
/// A step of a clock that falls due at a moment. A row is unique by case, need, clock, run and step: whoever ticks,
/// and however often, the step is taken once. Each clock has one open row, the next step; taken steps stay as history.
/// </summary>
public sealed class DueReminder
{
    public long Id { get; init; }

    public long CaseId { get; init; }

    /// <summary>The case, so that a row can be planned before its case has a number in the database.</summary>
    public required Case Case { get; init; }

    /// <summary>The need; 0 for the whole case.</summary>
    public int ItemNumber { get; init; }

    public ClockKind Clock { get; init; }

    /// <summary>When this run of the clock began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public int Step { get; init; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was taken; null while it is awaited.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    public ReminderOutcome? Outcome { get; set; }

    /// <summary>The officers whom its notices went to at the next opening; whoever has the case later was not among them. Null where nobody was told.</summary>
    public long[]? ToldOfficers { get; set; }

    /// <summary>Marks the step as taken.</summary>
    public void Take(DateTimeOffset at, ReminderOutcome outcome) => (DoneAt, Outcome) = (at, outcome);
}
