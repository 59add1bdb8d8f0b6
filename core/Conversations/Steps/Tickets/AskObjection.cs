using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>KEBERATAN: what is not right about the decision, in the resident's words; somebody else looks at the case.</summary>
public sealed class AskObjection : IStep
{
    public Step Id => Step.AskObjection;

    public bool JoinsTexts => true;

    public bool TakesVoice => true;

    public bool TakesMedia => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskObjection_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (Refused(view) is not { } known) return StepResult.Go(Trigger.Menu, view.Draft);
        var words = AnswerReading.Words(message);
        return words?.Any(char.IsLetter) != true && message.Media.Count == 0
            ? StepResult.NotUnderstood(view.Draft)
            : StepResult.Go(TicketTalk.After(view), view.Draft)
                .With(new TurnEffect.ObjectToDecision(known.Id, words ?? view.Texts.Get(Questions.ConfirmReport_Spoken), [message])) with
            { AsksNext = view.Draft.HasComplaint };
    }

    /// <summary>KEBERATAN anywhere: asks what is wrong, or says that there is no decision.</summary>
    public static StepResult Begin(TurnView view) =>
        Refused(view) is null ? StepResult.Again(view.Draft, new Say(Questions.AskObjection_None)) : StepResult.Go(Trigger.Object, view.Draft);

    private static CaseBrief? Refused(TurnView view) => view.Cases.LastOrDefault(known => known.IsRefused);
}
