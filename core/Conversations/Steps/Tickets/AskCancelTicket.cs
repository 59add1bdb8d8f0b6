using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>BATAL with nothing begun but an open ticket: asks which one, and whether it is meant (DOMAIN §6, any open → DIBATALKAN).</summary>
public sealed class AskCancelTicket : IStep
{
    public Step Id => Step.AskCancelTicket;

    public Say Ask(TurnView view) => Say.Choose(
        Questions.AskCancelTicket_Question,
        [.. view.OpenCases.Select(known => view.Texts.Get(Questions.AskCancelTicket_Yes, view.Language).Replace("{ticket}", known.Ticket, StringComparison.Ordinal)),
            view.Texts.Get(Questions.AskCancelTicket_No, view.Language)]);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var open = view.OpenCases.ToList();
        if (AnswerReading.Option(message, Ask(view), view) is not { } number) return StepResult.NotUnderstood(view.Draft);
        if (number > open.Count) return StepResult.Go(Trigger.Menu, view.Draft);
        var ticket = open[number - 1];
        return StepResult.Go(Trigger.Done, view.Draft, new Say(
                Questions.AskCancelTicket_Done,
                ("ticket", ticket.Ticket),
                ("date", IndonesianFormat.Date(TicketTalk.LocalDate(view.Now + TicketTalk.ReopenWithin, view)))))
            .With(new TurnEffect.CancelCase(ticket.Id, WithErasure: false)) with
        { AsksNext = false };
    }
}
