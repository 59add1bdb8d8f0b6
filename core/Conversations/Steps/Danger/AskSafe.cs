using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>The numbers to call, and whether answering here is safe. Not safe: nothing goes out any more until the person writes.</summary>
public sealed class AskSafe : IStep
{
    public Step Id => Step.AskSafe;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskSafe_Question);

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.YesOrNo(message, Ask(view), view) switch
    {
        2 => StepResult.Go(Trigger.Done, view.Draft with { Danger = new DraftDanger(false, false, AlarmRaised: true) { IsUnsafeHere = true } }, new Say(Questions.AskSafe_NotSafe))
            .With(new TurnEffect.HandOverEmergency(), new TurnEffect.FallSilent()) with
        { AsksNext = false, FreesWaiting = true },
        1 => StepResult.Go(Trigger.SafeToTalk, view.Draft),
        _ => DangerTalk.PlaceOrAgain(message, view),
    };
}
