using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>May an officer call? Then a human takes over and the bot is quiet.</summary>
public sealed class AskDangerCall : IStep
{
    private const string OtherNumber = "other";

    public Step Id => Step.AskDangerCall;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskDangerCall_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var other = PhoneNumberReader.Find(message.ContactPhone ?? message.Text) is [var phone, ..] ? phone.E164 : null;
        var call = other ?? AnswerReading.YesOrNo(message, Ask(view), view) switch { 1 => "here", 2 => "no", 3 => OtherNumber, _ => "?" };
        var danger = view.Draft.Danger ?? new DraftDanger(false, false);
        var draft = view.Draft with { Danger = danger with { CallTo = call } };
        if (call == OtherNumber && danger.CallTo != OtherNumber) return StepResult.Again(draft, Say.Ask(Questions.AskDangerCall_Number));
        Say[] said = other is null ? [new Say(Questions.AskDangerCall_Heard)] : [new Say(Questions.AskPhone_Saved, ("last", other[^4..])), new Say(Questions.AskDangerCall_Heard)];
        var result = StepResult.Go(Trigger.Done, draft, said).With(new TurnEffect.HandOverEmergency());
        return (other is null ? result : result.With(new TurnEffect.SavePhone(other))) with { AsksNext = false, FreesWaiting = true };
    }
}
