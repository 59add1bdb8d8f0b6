using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>What is not solved yet, in the resident's words; the case opens again.</summary>
public sealed class AskReopenReason : IStep
{
    public Step Id => Step.AskReopenReason;

    public bool JoinsTexts => true;

    public bool TakesVoice => true;

    public bool TakesMedia => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskReopenReason_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (AskResolved.Resolved(view) is not { } known) return StepResult.Go(Trigger.Menu, view.Draft);
        var words = AnswerReading.Words(message);
        return words?.Any(char.IsLetter) != true && message.Media.Count == 0
            ? StepResult.NotUnderstood(view.Draft)
            : StepResult.Go(Trigger.Done, view.Draft with { Tickets = [], TicketAsked = null })
                .With(new TurnEffect.ReopenCase(known.Id, words ?? view.Texts.Get(Questions.ConfirmReport_Spoken), [message])) with
            { AsksNext = false };
    }
}
