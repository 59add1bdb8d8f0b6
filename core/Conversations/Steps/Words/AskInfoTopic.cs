using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>A question about a programme. What the catalogue does not say is offered to an officer; nothing is invented.</summary>
public sealed class AskInfoTopic : IStep
{
    public Step Id => Step.AskInfoTopic;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => view.Draft.TicketAsked == Unanswered
        ? Say.Ask(Questions.AskInfoTopic_NotFound)
        : Say.Ask(Questions.AskInfoTopic_Question);

    /// <summary>Stands in the draft while "Mau ditanyakan ke petugas?" waits.</summary>
    private const string Unanswered = "info";

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Draft.TicketAsked == Unanswered)
        {
            var rest = view.Draft with { TicketAsked = null };
            switch (AnswerReading.YesOrNo(message, Ask(view), view))
            {
                case 1:
                    return StepResult.Go(Trigger.Done, rest, Handover.Asked(view)).With(new TurnEffect.CallHuman()) with { AsksNext = false };
                case 2:
                    return StepResult.Go(Trigger.Menu, rest);
            }
        }

        if (AnswerReading.Words(message) is not { } words) return StepResult.NotUnderstood(view.Draft);
        return StepResult.AskOn(view.Draft with { TicketAsked = Unanswered }).With(new TurnEffect.CountInfo("", Answered: false));
    }
}
