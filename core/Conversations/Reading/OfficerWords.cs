using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Words of a linked officer: SIAP answers an alarm; AMBIL, TANYA and SELESAI with a ticket's tail do what the page's buttons do; BATAL takes the last SELESAI back.</summary>
public static class OfficerWords
{
    /// <summary>What an officer's word does, or null when it is none.</summary>
    public static StepResult? Read(IncomingMessage message, TurnView view)
    {
        // A button under a notice carries the whole word, ticket and all; its label may be out of Telegram's reach.
        if (view.Officer is not { } officer || (message.ChoiceId is { } order && !order.Contains(':') ? order : AnswerReading.Words(message)) is not { } text) return null;
        var words = text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["SIAP"] => StepResult.Go(Trigger.Done, view.Draft).With(new TurnEffect.AcknowledgeAlarm(officer.Id)) with { AsksNext = false },
            ["AMBIL"] => officer.Tasks.LastOrDefault(task => task.Status is CaseStatus.New or CaseStatus.Reopened) is { } newest ? Take(officer, newest.Ticket, view) : StepResult.Go(Trigger.Tasks, view.Draft),
            ["AMBIL", var tail] => Take(officer, tail, view),
            ["TANYA", ..] or ["SELESAI", ..] when words.Length <= 2 => Order(officer, words, view),
            ["BATAL"] when view.Draft.Order is { IsDone: true } done => Undo(officer, done, view),
            ["BATAL", var tail] when view.Draft.Order is { IsDone: true } done && EndsSo(done.Ticket, tail) => Undo(officer, done, view),
            ["BATAL", var tail] when EndsLikeTicket(tail) => StepResult.Go(Trigger.Done, view.Draft, new Say(OfficerMessages.TakeCase_NotYours)) with { AsksNext = false },
            _ => null,
        };
    }

    /// <summary>TANYA or SELESAI for one of the officer's own tasks; without a number the only one. A bare SELESAI also ends other questions, so it counts only here.</summary>
    private static StepResult? Order(LinkedOfficer officer, string[] words, TurnView view)
    {
        if (words.Length == 1 && (officer.Tasks.Count != 1 || view.Step is not (Step.Greet or Step.OfficerMenu))) return words[0] == "TANYA" ? StepResult.Go(Trigger.Tasks, view.Draft) : null;
        var task = words.Length == 1 ? officer.Tasks[0] : officer.Tasks.LastOrDefault(task => EndsSo(task.Ticket, words[1]));
        return task is null
            ? StepResult.Go(Trigger.Done, view.Draft, new Say(OfficerMessages.TakeCase_NotYours)) with { AsksNext = false }
            : StepResult.Go(words[0] == "TANYA" ? Trigger.AskResident : Trigger.FinishCase, view.Draft with { Order = new DraftOrder(task.Ticket) });
    }

    private static StepResult Undo(LinkedOfficer officer, DraftOrder done, TurnView view) =>
        StepResult.Go(Trigger.Done, view.Draft with { Order = null }).With(new TurnEffect.UndoFinish(officer.Id, done.Ticket)) with { AsksNext = false };

    /// <summary>"0050-2": a number, a hyphen and the check digit.</summary>
    private static bool EndsLikeTicket(string tail) => tail.Length >= 6 && tail[^2] == '-' && tail.Where(letter => letter != '-').All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(tail[^1]);

    private static StepResult Take(LinkedOfficer officer, string tail, TurnView view) =>
        StepResult.Go(Trigger.Done, view.Draft).With(new TurnEffect.TakeCase(officer.Id, tail)) with { AsksNext = false };

    /// <summary>"0050-2" or the whole number; less than the number and its check digit would fit too many.</summary>
    private static bool EndsSo(string ticket, string tail) => ticket == tail || (tail.Length >= Ticket.ShortOf(ticket).Length && ticket.EndsWith("-" + tail, StringComparison.Ordinal));
}
