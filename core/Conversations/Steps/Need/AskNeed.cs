using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Which need of the chosen group.</summary>
public sealed class AskNeed : IStep
{
    public Step Id => Step.AskNeed;

    public Say Ask(TurnView view) =>
        Say.Choose(Questions.AskNeed_Question, [.. view.Catalogue.Group(view.Draft.NeedGroup ?? 0).Select(need => need.Label)]);

    public StepResult Read(IncomingMessage message, TurnView view) =>
        AnswerReading.Option(message, Ask(view), view) is { } number
            ? StepResult.Answered(NeedReading.Confirmed(view.Draft, [new DraftNeed(view.Catalogue.Group(view.Draft.NeedGroup ?? 0)[number - 1].Code)]))
            : NeedReading.FromText(message, view);

    public Draft Forget(Draft draft) => draft with { Needs = [] };
}
