using Puskesos.Core.Language.Messages;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;
using ForWhom = Puskesos.Core.Cases.ForWhom;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>For whom the complaint is: oneself, somebody of the household, somebody else.</summary>
public sealed class AskForWhom : IStep
{
    public Step Id => Step.AskForWhom;

    public Say Ask(TurnView view) => Say.Ask(view.Draft.ForWhomIsRelative ? Questions.AskForWhom_Relative : Questions.AskForWhom_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Draft.ForWhomIsRelative && AnswerReading.YesOrNo(message, Ask(view), view) is { } sameHouse)
            return Told(view, sameHouse == 1 ? ForWhom.Household : ForWhom.Other);
        var chosen = view.Draft.ForWhomIsRelative ? null : AnswerReading.Option(message, Ask(view), view);
        return chosen switch
        {
            1 => Told(view, ForWhom.Self),
            2 => Told(view, ForWhom.Household),
            3 => Told(view, ForWhom.Other),
            _ => InWords(message, view),
        };
    }

    private static StepResult Told(TurnView view, ForWhom whom) => StepResult.Answered(view.Draft with { ForWhom = whom, ForWhomIsRelative = false });

    /// <summary>"buat saya", "utk tetangga"; "ibu saya" may live in another house, and another household has papers of its own.</summary>
    private static StepResult InWords(IncomingMessage message, TurnView view) => ForWhomReader.ReadAnswer(message.Text) switch
    {
        Language.Messages.ForWhom.Self => Told(view, ForWhom.Self),
        Language.Messages.ForWhom.Household => Told(view, ForWhom.Household),
        Language.Messages.ForWhom.SomebodyElse => Told(view, ForWhom.Other),
        Language.Messages.ForWhom.Relative => StepResult.AskOn(view.Draft with { ForWhomIsRelative = true }),
        _ => StepResult.NotUnderstood(view.Draft),
    };

    public Draft Forget(Draft draft) => draft with
    {
        ForWhom = null,
        ForWhomIsRelative = false,
        HelpedName = null,
        HelpedPermission = null,
        HelpedReason = null,
        HelpedPhone = null,
    };
}
