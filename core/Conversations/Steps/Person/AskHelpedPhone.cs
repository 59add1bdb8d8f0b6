using Puskesos.Core.Language.Answers;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>A number of the person helped, so that the person can say yes or no.</summary>
public sealed class AskHelpedPhone : IStep
{
    public Step Id => Step.AskHelpedPhone;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskHelpedPhone_Question, ("name", view.Draft.HelpedName ?? "")) with { Words = [ButtonWords.Skip] };

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (CommandWords.Read(message.Text) == Command.Skip || YesNoReader.Read(message.Text) is YesNoAnswer.No or YesNoAnswer.NotYet)
            return StepResult.Answered(view.Draft with { HelpedPhone = "" });
        var told = message.ContactPhone ?? message.Text;
        return PhoneNumberReader.Find(told) is [var phone, ..]
            ? StepResult.Answered(view.Draft with { HelpedPhone = phone.E164 })
            : StepResult.Again(view.Draft, Say.Ask(Questions.AskPhone_Wrong) with { Words = [ButtonWords.Skip] });
    }

    public Draft Forget(Draft draft) => draft with { HelpedPhone = null };
}
