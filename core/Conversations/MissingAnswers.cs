using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue;

namespace Puskesos.Core.Conversations;

/// <summary>Which answers a draft still lacks.</summary>
public static class MissingAnswers
{
    /// <summary>The first question whose answer is missing; the summary when nothing is.</summary>
    public static Step First(TurnView view) => ConversationMachine.Questions.First(step => IsMissing(step, view));

    /// <summary>True when the summary may confirm the guesses: they are exact and nothing else has to be asked.</summary>
    public static bool SummaryConfirms(TurnView view) =>
        view.Draft is { GuessedVillage: not null, GuessIsExact: true, GuessSharesName: false, GuessIsChoice: false, NeedGuess.Count: 1 }
        && ConversationMachine.Questions.All(step => step is Step.ConfirmVillage or Step.ConfirmNeed or Step.ConfirmReport || !IsLacking(step, view));

    /// <summary>The papers that the next question asks for: needed, not sent, not said to follow.</summary>
    public static IReadOnlyList<string> Papers(TurnView view) =>
        [.. view.Catalogue.RequiredDocuments(NeedCodes(view)).Where(kind =>
            !view.Draft.HasPaper(kind) && !view.Draft.LaterDocuments.Contains(kind))];

    /// <summary>Codes of the draft's needs, guesses included while they are not confirmed.</summary>
    public static IEnumerable<string> NeedCodes(TurnView view) =>
        (view.Draft.Needs.Count > 0 ? view.Draft.Needs : view.Draft.NeedGuess).Select(need => need.Category);

    private static bool IsMissing(Step step, TurnView view) =>
        IsLacking(step, view) && !(step is Step.ConfirmVillage or Step.ConfirmNeed && SummaryConfirms(view));

    private static bool IsLacking(Step step, TurnView view)
    {
        var draft = view.Draft;
        return step switch
        {
            Step.AskConsent => !view.HasConsent,
            Step.AskForWhom => draft.ForWhom is null,
            Step.AskName => string.IsNullOrEmpty(draft.Name),
            Step.AskHelpedName => draft.ForWhom is ForWhom.Household or ForWhom.Other && draft.HelpedName is null,
            Step.AskHelpedPermission => draft.ForWhom == ForWhom.Other && (draft.HelpedPermission is null || (draft.HelpedPermission == HelpedPermission.CannotBeAsked && draft.HelpedReason is null)),
            Step.AskHelpedPhone => draft.ForWhom == ForWhom.Other && draft.HelpedPermission != HelpedPermission.CannotBeAsked && draft.HelpedPhone is null,
            Step.AskVillage => draft.VillageCode is null && draft.GuessedVillage is null,
            Step.ConfirmVillage => draft.VillageCode is null,
            Step.ConfirmNeed => draft.NeedGuess.Count > 0,
            Step.AskNeedGroup => (draft.Needs.Count == 0 || draft.AddsNeed) && draft.NeedGuess.Count == 0 && draft.NeedGroup is null,
            Step.AskNeed => draft.NeedGroup is not null,
            Step.AskComplaint => (draft.Story is null && !draft.StoryIsVoice) || draft.StoryWanted,
            Step.AskDocuments => !draft.DocumentsDone && PapersAreWanted(view),
            Step.ConfirmCard => draft.CardIsRight is null && view.Card is not null,
            _ => true,
        };
    }

    private static bool PapersAreWanted(TurnView view)
    {
        if (Papers(view).Count > 0) return true;
        var needs = NeedCodes(view).Select(view.Catalogue.Find).OfType<NeedCategory>().ToList();
        return needs.All(need => need.DocumentNeed is DocumentNeed.Optional or DocumentNeed.Address) && !view.Draft.SoundDocuments.Any()
            && view.Draft.AddressNote is null && needs.Count > 0;
    }
}
