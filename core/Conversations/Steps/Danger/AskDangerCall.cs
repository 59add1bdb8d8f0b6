using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>May an officer call? Then a human takes over and the bot is quiet.</summary>
public sealed class AskDangerCall : IStep
{
    public Step Id => Step.AskDangerCall;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskDangerCall_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var other = PhoneNumberReader.Find(message.ContactPhone ?? message.Text) is [var phone, ..] ? phone.E164 : null;
        var call = other ?? AnswerReading.YesOrNo(message, Ask(view), view) switch { 1 => "here", 2 => "no", 3 => "other", _ => "?" };
        var draft = view.Draft with { Danger = (view.Draft.Danger ?? new DraftDanger(false, false)) with { CallTo = call } };
        return StepResult.Go(Trigger.Done, draft, new Say(Questions.AskDangerCall_Heard))
            .With(new TurnEffect.HandOverEmergency()) with
        { AsksNext = false, FreesWaiting = true };
    }
}
