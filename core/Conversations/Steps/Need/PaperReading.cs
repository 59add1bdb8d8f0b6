using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Which paper a file is, and what is said when it comes. Several files of one moment get one answer; one with a fault is kept and asked for again.</summary>
public static class PaperReading
{
    /// <summary>The files of a message become papers of the draft: by their words, else in the order of asking.</summary>
    public static StepResult Take(IncomingMessage message, TurnView view)
    {
        var free = MissingAnswers.Papers(view).ToList();
        var all = view.Catalogue.RequiredDocuments(MissingAnswers.NeedCodes(view)).ToList();
        var (taken, found) = (new List<DraftDocument>(), new Dictionary<DraftDocument, string>());
        foreach (var (media, (inbox, index)) in MessageMerge.Files(message))
        {
            var early = view.EarlyCopy(inbox, index);
            var fault = view.PaperFaultOf(inbox, index);
            var kind = KindOf(media.Caption ?? (message.Media.Count == 1 ? message.Text : null), fault == FileFault.SentBefore && early is null ? [] : free, view);
            // Where no paper is asked for, a film of a flood is a proof like any other.
            if (fault == FileFault.NotAPaper && view.FaultOf(inbox, index) == FileFault.None && !free.Contains(kind ?? "")) (kind, fault) = (null, FileFault.None);
            if (kind is not null) free.Remove(kind);
            // Sent before anybody asked, and now once more as the paper: the first copy is that paper.
            if (early is not null && kind is not null) found[early] = kind;
            else taken.Add(new DraftDocument(inbox, index, kind, Fault: fault));
        }

        var named = taken.Where(paper => paper.Fault == FileFault.None).Select(paper => paper.Kind).Concat(found.Values).OfType<string>().OrderBy(all.IndexOf).ToList();
        var before = view.Draft.Documents.Select(paper => found.TryGetValue(paper, out var kind) ? paper with { Kind = kind } : paper);
        var draft = view.Draft with { Documents = [.. before, .. taken], LaterDocuments = [.. view.Draft.LaterDocuments.Except(named)] };
        var open = MissingAnswers.Papers(view with { Draft = draft });
        var faulty = taken.Where(paper => paper.Fault != FileFault.None).ToList();
        return Told(view with { Draft = draft }, named, faulty, faulty.Count < taken.Count + found.Count, open).With(new TurnEffect.KeepFiles());
    }

    /// <summary>"rt 03 rw 01 sebelah mushola" → "RT 03 RW 01 sebelah mushola".</summary>
    public static string AddressAsShown(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            word.Equals("rt", StringComparison.OrdinalIgnoreCase) || word.Equals("rw", StringComparison.OrdinalIgnoreCase) ? word.ToUpperInvariant() : word));

    private static StepResult Told(TurnView view, List<string> named, List<DraftDocument> faulty, bool hasSound, IReadOnlyList<string> open)
    {
        var says = FaultWords.Of(faulty, view, hasSound ? [] : open);
        if (!hasSound) return StepResult.Again(view.Draft, [.. says.SkipLast(1), says[^1] with { IsQuestion = true, Words = [ButtonWords.Skip, ButtonWords.Finish] }]);
        var all = view.Catalogue.RequiredDocuments(MissingAnswers.NeedCodes(view));
        if (open.Count == 0)
        {
            var done = view.Draft with { DocumentsDone = true };
            return all.Count == 0 ? StepResult.Answered(done, [.. says]) : StepResult.Answered(done, [.. says, Complete(view, named, all)]);
        }

        var labels = AskDocuments.Labels(named, view);
        var counts = Counts(view, named, all);
        return StepResult.Again(view.Draft, [.. says, named.Count > 1
            ? AskDocuments.Papers(Questions.AskDocuments_ReceivedAlbum, ("documents", labels), ("missing", AskDocuments.Labels(open, view)))
            : AskDocuments.Papers(Questions.AskDocuments_Received, [.. counts, ("next", AskDocuments.Labels([open[0]], view))])]);
    }

    private static Say Complete(TurnView view, List<string> named, IReadOnlyList<string> all) => named.Count > 1
        ? new Say(Questions.AskDocuments_ReceivedAlbumLast, ("documents", AskDocuments.Labels(named, view)))
        : new Say(Questions.AskDocuments_ReceivedLast, Counts(view, named, all));

    private static (string Gap, string Value)[] Counts(TurnView view, List<string> named, IReadOnlyList<string> all)
    {
        var document = named.Count > 0 ? AskDocuments.Labels(named, view) : view.Texts.Get(Questions.AskDocuments_OtherPaper, view.Language);
        return [("document", document), ("done", $"{all.Count(view.Draft.HasPaper)}"), ("total", $"{all.Count}")];
    }

    private static string? KindOf(string? caption, List<string> free, TurnView view)
    {
        var helpful = view.Catalogue.HelpfulDocuments([.. MissingAnswers.NeedCodes(view)]);
        var said = caption is null ? null : view.Catalogue.NamedIn(caption, free) ?? view.Catalogue.NamedIn(caption, helpful);
        return said ?? free.FirstOrDefault();
    }
}
