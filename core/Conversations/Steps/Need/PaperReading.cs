using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Which paper a file is, and what is said when it comes. Several files of one moment get one answer.</summary>
public static class PaperReading
{
    /// <summary>The files of a message become papers of the draft: by their words, else in the order of asking.</summary>
    public static StepResult Take(IncomingMessage message, TurnView view)
    {
        var open = MissingAnswers.Papers(view).ToList();
        var all = view.Catalogue.RequiredDocuments(MissingAnswers.NeedCodes(view)).ToList();
        var taken = new List<DraftDocument>(view.Draft.Documents);
        var named = new List<string>();
        foreach (var (media, at) in message.Media.Select((media, at) => (media, at)))
        {
            var kind = KindOf(media.Caption ?? (message.Media.Count == 1 ? message.Text : null), open, view);
            taken.Add(new DraftDocument(media.InboxId, IndexWithin(message, at), kind));
            if (kind is null) continue;
            open.Remove(kind);
            named.Add(kind);
        }

        named.Sort((a, b) => all.IndexOf(a).CompareTo(all.IndexOf(b)));
        var draft = view.Draft with { Documents = taken, LaterDocuments = [.. view.Draft.LaterDocuments.Except(named)], DocumentsDone = open.Count == 0 };
        return (all.Count == 0
            ? StepResult.Answered(draft with { DocumentsDone = true })
            : Told(view with { Draft = draft }, named, all, open)).With(new TurnEffect.KeepFiles());
    }

    /// <summary>"rt 03 rw 01 sebelah mushola" → "RT 03 RW 01 sebelah mushola".</summary>
    public static string AddressAsShown(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            word.Equals("rt", StringComparison.OrdinalIgnoreCase) || word.Equals("rw", StringComparison.OrdinalIgnoreCase) ? word.ToUpperInvariant() : word));

    private static StepResult Told(TurnView view, List<string> named, List<string> all, List<string> open)
    {
        var done = all.Count(kind => view.Draft.Documents.Any(sent => sent.Kind == kind));
        string Labels(IEnumerable<string> kinds) => AskDocuments.Labels(kinds, view);
        if (named.Count > 1)
            return open.Count > 0
                ? StepResult.Again(view.Draft, AskDocuments.Papers(Questions.AskDocuments_ReceivedAlbum, ("documents", Labels(named)), ("missing", Labels(open))))
                : StepResult.Answered(view.Draft, new Say(Questions.AskDocuments_ReceivedAlbumLast, ("documents", Labels(named))));
        var document = named.Count == 1 ? Labels(named) : view.Texts.Get(Questions.AskDocuments_OtherPaper, view.Language);
        var counts = new (string, string)[] { ("document", document), ("done", $"{done}"), ("total", $"{all.Count}") };
        return open.Count > 0
            ? StepResult.Again(view.Draft, AskDocuments.Papers(Questions.AskDocuments_Received, [.. counts, ("next", Labels([open[0]]))]))
            : StepResult.Answered(view.Draft, new Say(Questions.AskDocuments_ReceivedLast, counts));
    }

    private static string? KindOf(string? caption, List<string> open, TurnView view)
    {
        var said = caption is null ? null : view.Catalogue.NamedIn(caption, open);
        return said ?? open.FirstOrDefault();
    }

    private static int IndexWithin(IncomingMessage message, int at) =>
        message.Media.Take(at).Count(before => before.InboxId == message.Media[at].InboxId);
}
