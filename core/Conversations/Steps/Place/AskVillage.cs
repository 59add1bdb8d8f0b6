using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Place;

/// <summary>Asks in which village the resident lives; the case goes to that village's Puskesos. A village is never guessed silently.</summary>
public sealed class AskVillage : IStep
{
    public Step Id => Step.AskVillage;

    public Say Ask(TurnView view)
    {
        var draft = view.Draft;
        if (draft.Elsewhere is { } elsewhere && view.Served.GetValueOrDefault(elsewhere.RegencyCode) is { } regency)
            return Say.Ask(Questions.AskVillage_OutsideServed, ("place", elsewhere.Place), ("elsewhere", regency.Name));
        if (draft.VillageOptions.Count > 0) return VillageLists.Ask(view);
        if (draft.InSubDistrict is { } code) return VillageLists.AskInSubDistrict(code, view);
        return draft.ForWhom == ForWhom.Other && draft.HelpedName is { } helped
            ? Say.Ask(Questions.AskVillage_QuestionHelped, ("name", helped)) with { AsksLocation = true }
            : Say.Ask(Questions.AskVillage_Question) with { AsksLocation = true };
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (message.Location is { } pin) return VillageReading.FromPin(pin, view);
        if (view.Draft.Elsewhere is { } elsewhere)
            switch (AnswerReading.YesOrNo(message, Ask(view), view))
            {
                case 1: return VillageReading.MovedTo(elsewhere, view);
                case 2: return StepResult.AskOn(VillageReading.Cleared(view.Draft) with { Pin = null });
            }
        if (view.Draft.VillageOptions is { Count: > 0 } options && VillageLists.Chosen(message, view) is { } number)
            return number <= options.Count
                ? StepResult.Answered(VillageReading.Chosen(view.Draft, options[number - 1]))
                : StepResult.AskOn(VillageReading.NoneOfThese(view));
        return AnswerReading.Words(message) is { } words
            ? VillageReading.FromText(words, view)
            : StepResult.NotUnderstood(view.Draft);
    }

    public Draft Forget(Draft draft) => VillageReading.Cleared(draft) with { Pin = null };
}
