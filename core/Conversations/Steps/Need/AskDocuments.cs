using Puskesos.Core.Catalogue;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Asks for the papers that the need wants; a missing paper never blocks, it comes later.</summary>
public sealed class AskDocuments : IStep
{
    private const int LongestLater = 5;

    public Step Id => Step.AskDocuments;

    public bool TakesMedia => true;

    public Say Ask(TurnView view)
    {
        var papers = MissingAnswers.Papers(view);
        if (papers.Count > 0) return Papers(Questions.AskDocuments_Question, ("documents", Labels(papers, view)));
        return IsAddress(view) ? Papers(Questions.AskDocuments_Address, ("documents", AddressPapers(view))) : Papers(Questions.AskDocuments_Optional);
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (message.Media.Count > 0) return PaperReading.Take(message, view);
        var papers = MissingAnswers.Papers(view);
        var command = CommandWords.Read(message.Text);
        var said = YesNoReader.Read(message.Text);
        if (command == Command.Done || said == YesNoAnswer.Already) return End(view, papers);
        if (command == Command.Skip || said is YesNoAnswer.NotYet or YesNoAnswer.No || IsLater(message.Text)) return Skip(view, papers);
        if (papers.Count == 0 && AnswerReading.Words(message) is { } words && words.Any(char.IsLetter) && IsAddress(view) && !TellsOn(message, view))
            return StepResult.Answered(view.Draft with { AddressNote = PaperReading.AddressAsShown(words), DocumentsDone = true });
        return StepResult.NotUnderstood(view.Draft);
    }

    public Draft Forget(Draft draft) => draft with { DocumentsDone = false, LaterDocuments = [], AddressNote = null };

    /// <summary>A question about papers, with the two words that end it.</summary>
    internal static Say Papers(string key, params (string Gap, string Value)[] gaps) => Say.Ask(key, gaps) with { Words = [ButtonWords.Skip, ButtonWords.Finish] };

    /// <summary>Papers as they stand in a sentence.</summary>
    internal static string Labels(IEnumerable<string> kinds, TurnView view) =>
        string.Join(", ", kinds.Select(kind => view.Texts.Find($"Document_{kind.Replace('/', '_')}", view.Language) ?? view.Catalogue.DocumentLabel(kind)));

    /// <summary>All papers of the needs that have not come.</summary>
    internal static IReadOnlyList<string> Later(TurnView view) =>
        [.. view.Catalogue.RequiredDocuments(MissingAnswers.NeedCodes(view)).Where(kind => !view.Draft.HasPaper(kind))];

    /// <summary>"gak punya", "nanti aja", "besok menyusul".</summary>
    private static bool IsLater(string? text)
    {
        var words = (text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= LongestLater && (words.Any(word => word is "nanti" or "nyusul" or "menyusul" or "besok" or "mangke" or "engke")
            || (words.Any(word => word is "punya" or "ada" or "duwe" or "gaduh") && YesNoReader.Read(words[0]) is YesNoAnswer.No or YesNoAnswer.NotYet));
    }

    private static StepResult Skip(TurnView view, IReadOnlyList<string> papers)
    {
        if (papers.Count == 0) return StepResult.Answered(view.Draft with { DocumentsDone = true });
        var draft = view.Draft with { LaterDocuments = [.. view.Draft.LaterDocuments, papers[0]] };
        return papers.Count > 1
            ? StepResult.Again(draft, Papers(Questions.AskDocuments_Skipped, ("document", Labels([papers[0]], view)), ("next", Labels([papers[1]], view))))
            : End(view with { Draft = draft }, []);
    }

    private static StepResult End(TurnView view, IReadOnlyList<string> papers)
    {
        var draft = view.Draft with { DocumentsDone = true, LaterDocuments = [.. view.Draft.LaterDocuments, .. papers] };
        return draft.LaterDocuments.Count == 0
            ? StepResult.Answered(draft)
            : StepResult.Answered(draft, new Say(Questions.AskDocuments_SkippedLast, ("documents", Labels(draft.LaterDocuments, view))));
    }

    /// <summary>The story goes on where the address was asked: words of a complaint and none of a place.</summary>
    private static bool TellsOn(IncomingMessage message, TurnView view) =>
        FirstMessage.TellsComplaint(message, view) && !FirstMessage.TellsPlace(message, view)
        && !(message.Text ?? "").ToLowerInvariant().Split([' ', '.', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(word =>
            word is "rt" or "rw" or "jl" or "jln" or "jalan" or "gang" or "gg" or "dusun" or "dukuh" or "blok" or "dekat" or "deket" or "depan" or "belakang" or "sebelah" or "samping" or "patokan" or "lor" or "kidul" or "wetan" or "kulon"
            || word.StartsWith("rt0", StringComparison.Ordinal) || word.StartsWith("rw0", StringComparison.Ordinal));

    private static bool IsAddress(TurnView view) =>
        MissingAnswers.NeedCodes(view).Select(view.Catalogue.Find).Any(need => need?.DocumentNeed == DocumentNeed.Address);

    private static string AddressPapers(TurnView view) =>
        string.Join(' ', new[] { "KTP/KK", view.Draft.HelpedName ?? "" }).TrimEnd();
}
