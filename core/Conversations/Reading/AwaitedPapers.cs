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
        var places = new Dictionary<long, int>();
        foreach (var (message, media) in messages.SelectMany(message => message.Media.Select(media => (message, media))))
        {
            var inbox = media.InboxId > 0 ? media.InboxId : message.InboxId;
            var at = places.GetValueOrDefault(inbox);
            places[inbox] = at + 1;
            var fault = view.FaultOf(inbox, at);
            if (Take(open, media.Caption ?? message.Text, fault, view.Catalogue) == CardReadingWorker.Card && fault == FileFault.None) return new FileOfMessage(inbox, at);
        }

        return null;
    }
}
