using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>Who needs help, roughly; no name, no card.</summary>
public sealed class AskDangerWho : IStep
{
    public Step Id => Step.AskDangerWho;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskDangerWho_Question);

    public StepResult Read(IncomingMessage message, TurnView view) =>
        StepResult.Go(Trigger.WhoTold, DangerTalk.Told(message, view, (danger, words) => danger with { Who = words }));
}
