using System.Text.RegularExpressions;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>Asks a ticket number, to read its status from any phone.</summary>
public sealed partial class AskTicket : IStep
{
    /// <summary>An example with a right check digit; it belongs to nobody.</summary>
    private const string Example = "TGL-2611-0042-7";

    public Step Id => Step.AskTicket;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskTicket_Question, ("example", Example));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (Ticket.FindWithCode(message.Text) is { } both) return TicketTalk.Match(both.Ticket, both.Code, view);
        return Ticket.Find(message.Text) is { } ticket
            ? StepResult.Go(Trigger.AskCode, view.Draft with { TicketAsked = ticket })
            : TicketShape().IsMatch(message.Text ?? "") ? StepResult.Again(view.Draft, Say.Ask(Questions.AskTicketCode_NotFound))
            : StepResult.NotUnderstood(view.Draft);
    }

    /// <summary>Meant as a ticket, but mistyped: a digit is wrong or missing.</summary>
    [GeneratedRegex(@"\A\s*[A-Za-z]{3}[\s-]*\d{3,5}[\s-]*\d{3,6}([\s-]*\d)?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TicketShape();
}
