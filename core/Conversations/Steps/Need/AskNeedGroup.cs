using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>What the complaint is about: the nine groups of the menu. Free words are read as a complaint.</summary>
public sealed class AskNeedGroup : IStep
{
    private const int DangerGroup = 8;

    public Step Id => Step.AskNeedGroup;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(view.Draft.Needs.Count > 0 ? Questions.AskNeedGroup_Another : Questions.AskNeedGroup_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (AnswerReading.Option(message, Ask(view), view) is { } group) return Chosen(group, view);
        return NeedReading.FromText(message, view);
    }

    public Draft Forget(Draft draft) => draft with { NeedGroup = null, NeedGuess = [], GuessIsChoice = false, Needs = [] };

    private static StepResult Chosen(int group, TurnView view)
    {
        var needs = view.Catalogue.Group(group);
        if (group == DangerGroup)
            return StepResult.Go(Trigger.Danger, view.Draft with { NeedGroup = group, ReturnTo = Step.AskNeed });
        return needs.Count == 1
            ? StepResult.Answered(NeedReading.Confirmed(view.Draft, [new DraftNeed(needs[0].Code)]))
            : StepResult.Answered(view.Draft with { NeedGroup = group, NeedGuess = [] });
    }
}
