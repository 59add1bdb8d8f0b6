using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>Asks the name of the person helped; the name by which people call somebody is enough.</summary>
public sealed class AskHelpedName : IStep
{
    public Step Id => Step.AskHelpedName;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskHelpedName_Question);

    public StepResult Read(IncomingMessage message, TurnView view) =>
        PersonName.Read(message.Text) is { } name
            ? StepResult.Answered(EditedAnswers.Noted(view.Draft with { HelpedName = name }, Id, message))
            : StepResult.NotUnderstood(view.Draft);

    public Draft Forget(Draft draft) => draft with { HelpedName = null };
}
