using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>Asks the code beside a ticket; tries are counted per address and per ticket.</summary>
public sealed class AskTicketCode : IStep
{
    private const int CodeLength = 4;

    public Step Id => Step.AskTicketCode;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskTicketCode_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (Ticket.FindWithCode(message.Text) is { } both) return TicketTalk.Match(both.Ticket, both.Code, view);
        if (Ticket.Find(message.Text) is { } other) return StepResult.Go(Trigger.AskCode, view.Draft with { TicketAsked = other });
        var digits = new string([.. (message.Text ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length == CodeLength && view.Draft.TicketAsked is { } ticket
            ? TicketTalk.Match(ticket, digits, view)
            : StepResult.NotUnderstood(view.Draft);
    }
}
