using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>Lists one's own tickets; a closed one can be opened again for thirty days.</summary>
public sealed class TellStatus : IStep
{
    public Step Id => Step.TellStatus;

    public Say Ask(TurnView view)
    {
        if (Closed(view) is { } closed)
            return Say.Ask(
                Questions.TellStatus_Closed,
                ("ticket", closed.Ticket),
                ("status", TicketTalk.StatusWords(closed, view)),
                ("date", IndonesianFormat.Date(TicketTalk.LocalDate((closed.ClosedAt ?? view.Now) + TicketTalk.ReopenWithin, view))));
        var lines = TicketTalk.Own(view).Select(known => $"{known.Ticket}: {TicketTalk.StatusWords(known, view)}").ToList();
        return new Say(Questions.TellStatus_Question, ("tickets", Say.Numbered(lines)))
        {
            IsQuestion = true,
            Options = [.. TicketTalk.Own(view).Select(known => known.Ticket)],
        };
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (Closed(view) is { } closed)
            return AnswerReading.Option(message, Ask(view), view) switch
            {
                1 => StepResult.Go(Trigger.NotResolved, view.Draft with { Tickets = [closed.Ticket], TicketAsked = closed.Ticket }),
                2 => StepResult.Go(Trigger.Menu, view.Draft with { TicketAsked = null }),
                _ => StepResult.NotUnderstood(view.Draft),
            };
        if (AnswerReading.Option(message, Ask(view), view) is not { } number) return StepResult.NotUnderstood(view.Draft);
        var chosen = TicketTalk.Own(view)[number - 1];
        return chosen.Status.IsOpen()
            ? StepResult.Go(view.Draft.HasComplaint ? Trigger.Resume : Trigger.Done, view.Draft, TicketTalk.Told(chosen, view)) with { AsksNext = view.Draft.HasComplaint }
            : StepResult.AskOn(view.Draft with { TicketAsked = chosen.Ticket });
    }

    private static CaseBrief? Closed(TurnView view) =>
        view.Cases.FirstOrDefault(known => known.Ticket == view.Draft.TicketAsked && !known.Status.IsOpen());
}
