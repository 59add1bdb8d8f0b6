using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>After an answer from the catalogue: another question, a complaint, or the menu. Words are a further question; no case is opened.</summary>
public sealed class TellInfo : IStep
{
    public Step Id => Step.TellInfo;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.TellInfo_Question);

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.Option(message, Ask(view), view) switch
    {
        1 => StepResult.Go(Trigger.AskInfo, view.Draft with { Info = null }),
        2 => StepResult.Go(Trigger.Report, view.Draft with { Info = null }),
        3 => StepResult.Go(Trigger.Menu, view.Draft with { Info = null }),
        _ => InfoTalk.Read(message, view),
    };
}
