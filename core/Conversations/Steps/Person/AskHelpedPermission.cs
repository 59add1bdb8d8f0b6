using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>Does the person helped know and agree? "Cannot be asked" needs its reason (DOMAIN §4.6).</summary>
public sealed class AskHelpedPermission : IStep
{
    public Step Id => Step.AskHelpedPermission;

    public Say Ask(TurnView view) => view.Draft.HelpedPermission == HelpedPermission.CannotBeAsked
        ? Say.Ask(Questions.AskHelpedPermission_Why)
        : Say.Ask(Questions.AskHelpedPermission_Question, ("name", view.Draft.HelpedName ?? ""));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Draft.HelpedPermission == HelpedPermission.CannotBeAsked)
            return AnswerReading.Words(message) is { } why
                ? StepResult.Answered(view.Draft with { HelpedReason = why })
                : StepResult.NotUnderstood(view.Draft);
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 => StepResult.Answered(view.Draft with { HelpedPermission = HelpedPermission.Agreed }),
            2 => StepResult.Answered(view.Draft with { HelpedPermission = HelpedPermission.NotAskedYet }),
            3 => StepResult.AskOn(view.Draft with { HelpedPermission = HelpedPermission.CannotBeAsked }),
            _ => StepResult.NotUnderstood(view.Draft),
        };
    }

    public Draft Forget(Draft draft) => draft with { HelpedPermission = null, HelpedReason = null };
}
