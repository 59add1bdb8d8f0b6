using System.Text.Json;
using Puskesos.Core.Cases;

namespace Puskesos.Core.Reminders;

/// <summary>What the history keeps of a reminder: the level that the case reached, and whether it told anybody or why not.</summary>
/// <param name="Level">0 for a reminder at the same desk, 1 to 3 when it went up.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ReminderDetails(int Level, ReminderOutcome Outcome)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The details of a line; null when it is no reminder.</summary>
    public static ReminderDetails? Of(CaseEvent line) =>
        line is { Kind: CaseEventKind.Reminded or CaseEventKind.Escalated, Details: { } json } ? JsonSerializer.Deserialize<ReminderDetails>(json) : null;
}
