using Puskesos.Core.Language.Answers;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Summary;

/// <summary>After the ticket: a number by which officers can call. The case is filed already, whatever is answered here.</summary>
public sealed class AskPhone : IStep
{
    public Step Id => Step.AskPhone;

    public Say Ask(TurnView view) => Question(Questions.AskPhone_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (CommandWords.Read(message.Text) is Command.Skip or Command.Done || YesNoReader.Read(message.Text) is YesNoAnswer.No or YesNoAnswer.NotYet)
            return StepResult.Go(Trigger.Done, view.Draft, new Say(Questions.AskPhone_Skipped)) with { AsksNext = false };
        return PhoneNumberReader.Find(message.ContactPhone ?? message.Text) is [var phone, ..]
            ? StepResult.Go(Trigger.Done, view.Draft, new Say(Questions.AskPhone_Saved, ("last", phone.E164[^4..])))
                .With(new TurnEffect.SavePhone(phone.E164)) with
            { AsksNext = false }
            : StepResult.Again(view.Draft, Question(Questions.AskPhone_Wrong)) with { Understood = false };
    }

    private static Say Question(string key) => Say.Ask(key) with { Words = [ButtonWords.Skip], AsksContact = true };
}
