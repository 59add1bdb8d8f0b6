using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Turns words into needs: one clear guess is read back, rivals become a list, none is asked again.</summary>
public static class NeedReading
{
    /// <summary>Free words instead of a number; they are kept as the story.</summary>
    public static StepResult FromText(IncomingMessage message, TurnView view)
    {
        if (AnswerReading.Words(message) is not { } words) return StepResult.NotUnderstood(view.Draft);
        var draft = FirstMessage.WithNeeds(view.Draft with { NeedGroup = null, NeedGuess = [] }, words, view);
        return draft.NeedGuess.Count == 0
            ? StepResult.NotUnderstood(view.Draft)
            : StepResult.Answered(draft.Story is null && view.Draft.Needs.Count == 0 ? draft with { Story = words } : draft);
    }

    /// <summary>The draft with needs that the resident chose or confirmed; what was there before stays.</summary>
    public static Draft Confirmed(Draft draft, IReadOnlyList<DraftNeed> needs) => draft with
    {
        Needs = [.. draft.Needs.Where(known => needs.All(need => need.Category != known.Category)), .. needs],
        NeedGuess = [],
        GuessIsChoice = false,
        NeedGroup = null,
        AddsNeed = false,
    };

    /// <summary>"Bansos tidak cair (PKH)".</summary>
    public static string Label(DraftNeed need, TurnView view)
    {
        var category = view.Catalogue.Find(need.Category);
        return category is { NamesProgramme: true } && need.Programme is { } programme ? $"{category.Label} ({programme})" : category?.Label ?? need.Category;
    }
}
