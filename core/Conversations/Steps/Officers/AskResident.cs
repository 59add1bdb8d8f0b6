using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Officers;

/// <summary>TANYA: the officer's question to the resident of a ticket, sent as it is written.</summary>
public sealed class AskResident : IStep
{
    public Step Id => Step.AskResident;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(OfficerMessages.AskResident_Question, ("ticket", view.Draft.Order?.Ticket ?? ""));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Officer is not { } officer || view.Draft.Order is not { } order) return StepResult.Go(Trigger.Done, view.Draft);
        return AnswerReading.Words(message) is { } words
            ? StepResult.Go(Trigger.Done, view.Draft with { Order = null }).With(new TurnEffect.WriteToResident(officer.Id, order.Ticket, words)) with { AsksNext = false }
            : StepResult.NotUnderstood(view.Draft);
    }
}
