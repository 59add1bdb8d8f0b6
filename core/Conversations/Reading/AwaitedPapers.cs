using Puskesos.Core.Catalogue;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>Which paper that a filed case waits for a file is: by its words, else in the order of asking.</summary>
public static class AwaitedPapers
{
    /// <summary>The paper that this file is taken for, which is then no longer open; null for a file more than was asked for, and for the same photo once more.</summary>
    public static string? Take(List<string> open, string? words, FileFault fault, CatalogueIndex catalogue)
    {
        var kind = fault == FileFault.SentBefore ? null : catalogue.NamedIn(words ?? "", open) ?? (open.Count > 0 ? open[0] : null);
        if (kind is not null) open.Remove(kind);
        return kind;
    }

    /// <summary>The file that answers the case's wait for an identity card; null when none of these does.</summary>
    public static FileOfMessage? Card(IReadOnlyList<IncomingMessage> messages, CaseBrief awaiting, TurnView view)
    {
        var open = awaiting.Awaited.ToList();
        foreach (var (message, (media, place)) in messages.SelectMany(message => MessageMerge.Files(message).Select(file => (message, file))))
        {
            if (media.Kind == MediaKind.Voice) continue;
            var fault = view.PaperFaultOf(place.InboxId, place.Index);
            if (Take(open, media.Caption ?? message.Text, fault, view.Catalogue) == CardReadingWorker.Card && fault == FileFault.None) return place;
        }

        return null;
    }
}
