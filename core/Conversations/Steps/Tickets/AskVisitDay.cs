using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>Which day suits instead; kept in the resident's words, the officer plans anew.</summary>
public sealed class AskVisitDay : IStep
{
    public Step Id => Step.AskVisitDay;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskVisitDay_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (AskVisit.Visited(view) is not { } known) return StepResult.Go(Trigger.Menu, view.Draft);
        return AnswerReading.Words(message) is { } words
            ? StepResult.Go(TicketTalk.After(view), view.Draft with { Tickets = [] }, new Say(Questions.AskVisitDay_Noted))
                .With(new TurnEffect.WishVisitDay(known.Id, words)) with
            { AsksNext = view.Draft.HasComplaint }
            : StepResult.NotUnderstood(view.Draft);
    }
}
