using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>Asks the reporter's name, as on the identity card.</summary>
public sealed class AskName : IStep
{
    public Step Id => Step.AskName;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskName_Question);

    public StepResult Read(IncomingMessage message, TurnView view) =>
        PersonName.Read(message.Text) is { } name
            ? StepResult.Answered(EditedAnswers.Noted(view.Draft with { Name = name }, Id, message)).With(new TurnEffect.NamePerson(name))
            : StepResult.NotUnderstood(view.Draft);

    public Draft Forget(Draft draft) => draft with { Name = null };
}
