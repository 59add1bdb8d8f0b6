using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Place;

/// <summary>Reads a typed village back with its sub-district; only a yes makes it the village.</summary>
public sealed class ConfirmVillage : IStep
{
    public Step Id => Step.ConfirmVillage;

    public Say Ask(TurnView view)
    {
        var guess = view.Places.Village(view.Draft.GuessedVillage ?? "");
        if (guess is null) return new AskVillage().Ask(view with { Draft = VillageReading.Cleared(view.Draft) });
        return view.Draft.GuessSharesName
            ? Say.Ask(Questions.ConfirmVillage_SameName, ("village", guess.Name), ("subdistrict", guess.SubDistrictName))
            : Say.Ask(Questions.ConfirmVillage_Question, ("kind", VillageLists.KindName(guess, view)), ("village", guess.Name), ("subdistrict", guess.SubDistrictName));
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var guess = view.Draft.GuessedVillage;
        switch (AnswerReading.YesOrNo(message, Ask(view), view))
        {
            case 1 when guess is not null:
                return StepResult.Answered(VillageReading.Chosen(view.Draft, guess));
            case 2 when view.Draft.GuessSharesName && view.Places.Village(guess ?? "") is { } same:
                return StepResult.Answered(VillageReading.Cleared(view.Draft) with { InSubDistrict = same.SubDistrictCode });
            case 2:
                return StepResult.Answered(VillageReading.NoneOfThese(view));
        }

        // Another village told instead of "no" is read as the new answer; anything else is no answer.
        if (AnswerReading.Words(message) is not { } words) return StepResult.NotUnderstood(view.Draft);
        var other = VillageReading.FromText(words, view with { Draft = VillageReading.Cleared(view.Draft) });
        return other.Draft.GuessedVillage is not null || other.Draft.VillageOptions.Count > 0 || other.Draft.InSubDistrict is not null
            ? other with { Trigger = Trigger.Answered }
            : StepResult.NotUnderstood(view.Draft);
    }

    public Draft Forget(Draft draft) => VillageReading.Cleared(draft);
}
