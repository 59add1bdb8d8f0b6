using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Opening;

/// <summary>The menu: complaint, ticket, information, danger.</summary>
public sealed class ChooseService : IStep
{
    public Step Id => Step.ChooseService;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.ChooseService_Question);

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.Option(message, Ask(view), view) switch
    {
        1 when view.HasConsent && view.Waiting.Count > 0 => StepResult.Go(Trigger.Report, FirstMessage.Take(view)).With(FirstMessage.KeepsFiles(view.Waiting)) with { FreesWaiting = true },
        1 => StepResult.Go(Trigger.Report, view.Draft),
        2 => TicketTalk.Check(message, view) with { FreesWaiting = true },
        3 => StepResult.Go(Trigger.AskInfo, view.Draft with { Info = null }) with { FreesWaiting = true },
        4 => StepResult.Go(Trigger.Danger, view.Draft with { ReturnTo = Step.ChooseService }),
        _ => AtRest.FromMenu(message, view),
    };
}
