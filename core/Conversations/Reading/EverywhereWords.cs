using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>The words that work at every question (CONTRACT §4); they count only as the whole message.</summary>
public static class EverywhereWords
{
    /// <summary>What a command word does here, or null when the message is none.</summary>
    public static StepResult? Read(IncomingMessage message, TurnView view)
    {
        if (message.Media.Count > 0 || view.IsReread) return null;
        if (OfficerWords.Read(message, view) is { } officer) return officer;
        if (Cases.Ticket.FindWithCode(message.Text) is { } asked && view.Step is not (Step.AskTicket or Step.AskTicketCode))
            return TicketTalk.Match(asked.Ticket, asked.Code, view);
        if (Steps.Tickets.AskVisit.IsAnotherDay(message) && Steps.Tickets.AskVisit.Visited(view) is { } visited) return Steps.Tickets.AskVisit.AnotherDay(visited, view);
        var draft = view.Draft;
        var back = draft with { ReturnTo = ReturnTo(view) };
        return CommandWords.Read(message.Text) switch
        {
            Command.Menu when view.Held is not null => StepResult.Go(Trigger.Menu, draft).With(new TurnEffect.LeaveOfficer()),
            Command.Menu when draft.HasComplaint => StepResult.Go(Trigger.Menu, draft, new Say(Questions.ChooseService_DraftKept)),
            Command.Menu => StepResult.Go(Trigger.Menu, draft) with { FreesWaiting = true },
            Command.Report => StepResult.Go(Trigger.Report, FirstMessage.Begin(draft, [], view)),
            Command.CheckTicket => TicketTalk.Check(message, view),
            Command.Back when view.Step == Step.AskChange => StepResult.Answered(draft),
            Command.Back when draft.Path.Count > 0 => StepResult.Go(Trigger.Back, draft),
            Command.Back => StepResult.Go(Trigger.Menu, draft),
            Command.Cancel when draft.HasComplaint => StepResult.Go(Trigger.Cancel, back),
            Command.Cancel when view.Step is Step.Greet && view.OpenCases.Any() => StepResult.Go(Trigger.CancelTicket, draft),
            Command.Cancel => StepResult.Go(Trigger.Menu, draft) with { FreesWaiting = true },
            Command.AskHuman => StepResult.Again(draft, Handover.Asked(view)).With(new TurnEffect.CallHuman()),
            Command.Emergency => StepResult.Go(Trigger.Danger, back),
            Command.Objection => Steps.Tickets.AskObjection.Begin(view),
            Command.OpenNews when view.NewsWaiting => StepResult.Again(draft),
            Command.OpenNews => StepResult.Again(draft, new Say(CaseUpdates.News_None)),
            Command.Stop => StepResult.Go(Trigger.Stop, back),
            Command.StartAgain => StepResult.Go(Trigger.Menu, draft, new Say(Questions.Start_Done), new Steps.Opening.Greet().Ask(view))
                .With(new TurnEffect.StartNotices()) with
            { AsksNext = false },
            Command.Scam => StepResult.Go(Trigger.Scam, draft),
            Command.Indonesian => Speak("id", view),
            Command.Javanese => Speak("jv", view),
            Command.JavaneseNgoko => Speak("jv-ngoko", view),
            Command.Sundanese => Speak("su", view),
            Command.OfficerTasks when view.Officer is not null => StepResult.Go(Trigger.Tasks, draft),
            Command.OfficerTasks => StepResult.Go(Trigger.Link, draft),
            Command.None => RightsTalk.Read(message, view),
            _ => null,
        };
    }

    /// <summary>While a human has the chat the bot reads only DARURAT, BERHENTI, MENU and CEK (DESIGN §16); MENU leaves the human, but not in an emergency.</summary>
    public static bool WorksWhileHeld(IncomingMessage message, TurnView view) =>
        CommandWords.Read(message.Text) is Command.Emergency or Command.Stop or Command.CheckTicket
        || (CommandWords.Read(message.Text) == Command.Menu && !view.InEmergency);

    private static StepResult Speak(string language, TurnView view) =>
        StepResult.AskOn(view.Draft, new Say(Questions.Language_Changed)) with
        {
            Effects = [new TurnEffect.SetLanguage(language, Chosen: true)],
            AsksNext = view.Step != Step.Greet,
        };

    private static Step? ReturnTo(TurnView view) =>
        view.Step is Step.ConfirmCancel or Step.ConfirmStop or Step.AskDanger or Step.AskSafe ? view.Draft.ReturnTo : view.Step;
}
