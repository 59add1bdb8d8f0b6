using Puskesos.Core.Language.Messages;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;
using ForWhom = Puskesos.Core.Cases.ForWhom;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>For whom the complaint is: oneself, somebody of the household, somebody else.</summary>
public sealed class AskForWhom : IStep
{
    public Step Id => Step.AskForWhom;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskForWhom_Question);

    public StepResult Read(IncomingMessage message, TurnView view) => (AnswerReading.Option(message, Ask(view), view) ?? InWords(message)) switch
    {
        1 => StepResult.Answered(view.Draft with { ForWhom = ForWhom.Self }),
        2 => StepResult.Answered(view.Draft with { ForWhom = ForWhom.Household }),
        3 => StepResult.Answered(view.Draft with { ForWhom = ForWhom.Other }),
        _ => StepResult.NotUnderstood(view.Draft),
    };

    /// <summary>"buat saya", "utk tetangga": the place in the list of whom the words name.</summary>
    private static int? InWords(IncomingMessage message) => ForWhomReader.ReadAnswer(message.Text) switch
    {
        Language.Messages.ForWhom.Self => 1,
        Language.Messages.ForWhom.Household => 2,
        Language.Messages.ForWhom.SomebodyElse => 3,
        _ => null,
    };

    public Draft Forget(Draft draft) => draft with
    {
        ForWhom = null,
        HelpedName = null,
        HelpedPermission = null,
        HelpedReason = null,
        HelpedPhone = null,
    };
}
