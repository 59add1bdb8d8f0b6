using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Words of a linked officer: SIAP answers an alarm, AMBIL takes a case of the list.</summary>
public static class OfficerWords
{
    /// <summary>What an officer's word does, or null when it is none.</summary>
    public static StepResult? Read(IncomingMessage message, TurnView view)
    {
        if (view.Officer is not { } officer || AnswerReading.Words(message) is not { } text) return null;
        var words = text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["SIAP"] => StepResult.Go(Trigger.Done, view.Draft).With(new TurnEffect.AcknowledgeAlarm(officer.Id)) with { AsksNext = false },
            ["AMBIL"] when officer.Tasks.Count == 1 => Take(officer, officer.Tasks[0], view),
            ["AMBIL"] => StepResult.Go(Trigger.Tasks, view.Draft),
            ["AMBIL", var tail] => officer.Tasks.FirstOrDefault(task => task.Ticket.EndsWith(tail, StringComparison.Ordinal)) is { } task
                ? Take(officer, task, view)
                : StepResult.Go(Trigger.Done, view.Draft, new Say(OfficerMessages.TakeCase_NotYours)) with { AsksNext = false },
            _ => null,
        };
    }

    private static StepResult Take(LinkedOfficer officer, OfficerTask task, TurnView view) =>
        StepResult.Go(Trigger.Done, view.Draft).With(new TurnEffect.TakeCase(officer.Id, task.CaseId)) with { AsksNext = false };
}
