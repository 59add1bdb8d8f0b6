using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Opening;

/// <summary>Nothing is open: greets, and opens the menu. What else a message may mean at rest is <see cref="AtRest"/>'s to say.</summary>
public sealed class Greet : IStep
{
    public Step Id => Step.Greet;

    public bool JoinsTexts => true;

    public bool TakesVoice => true;

    public bool TakesMedia => true;

    public Say Ask(TurnView view) => Say.Ask(
        Questions.Greet_Question,
        ("daypart", DayParts.Of(view)),
        ("regency", view.Regency.Name));

    public StepResult Read(IncomingMessage message, TurnView view) => AtRest.Read(message, view);
}
