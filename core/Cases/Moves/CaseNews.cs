using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Moves;

/// <summary>Tells the people of a case what happened: the reporter and the person helped who agreed, one message each.</summary>
public sealed class CaseNews(Outbox outbox, TextCatalog texts, TimeProvider time)
{
    /// <summary>For so long an officer may take back a visible move before the resident reads of it (DESIGN §16).</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(10);

    /// <summary>Adds the outbox rows to the caller's transaction and saves them; tells whom it could not tell and why.</summary>
    public async Task<NewsResult> TellAsync(BotDbContext database, Case about, Notice told, NewsRoute route, CancellationToken cancellationToken)
    {
        if (about.Secrecy == Secrecy.Secret) return new NewsResult([], "secret");
        var chats = about.Chats().Where(chat => chat != route.ExceptConversation).ToArray();
        if (chats.Length == 0) return new NewsResult([], "no-chat");
        if (route.Delay == TimeSpan.Zero) await EarlierNews.LetGoAsync(database, about.Id, chats, route.IsNotice ? Lane.Notice : Lane.Talk, time.GetUtcNow(), cancellationToken);
        var addresses = await database.Addresses.Where(row => chats.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var languages = await database.Conversations.Where(row => chats.Contains(row.Id))
            .Select(row => new { row.Id, row.Language }).ToDictionaryAsync(row => row.Id, row => row.Language, cancellationToken);

        var rows = new List<OutboxMessage>();
        string? skipped = null;
        foreach (var chat in chats)
        {
            var address = addresses[chat];
            skipped = address.SilentSince is not null ? "silent" : address.NoticesStoppedAt is not null && route.IsNotice ? "stopped" : skipped;
            if (address.SilentSince is not null || (address.NoticesStoppedAt is not null && route.IsNotice)) continue;
            var message = NoticeMessage.Of(told, texts.For(about.RegencyCode), languages.GetValueOrDefault(chat, TextCatalog.Indonesian), route.Step);
            rows.Add(outbox.Compose(
                new OutboxTarget(chat, address.Channel, about.Id), message, told.Key, route.Priority,
                Allowed(about, address, route) + route.Delay, $"{route.DedupeKey}/{chat}"));
        }

        database.Outbox.AddRange(rows);
        await database.SaveChangesAsync(cancellationToken);
        if (rows.Count > 0) about.LastToldAt = time.GetUtcNow();
        return new NewsResult(rows, skipped);
    }

    /// <summary>Talk and alarms go out at any hour, notices not at night.</summary>
    private DateTimeOffset Allowed(Case about, ChannelAddress address, NewsRoute route) => route.IsNotice && !about.IsEmergency
        ? SendingRules.NoticeAllowedAt(address.Channel, about.RegencyCode, address.LastInboundAt, time.GetUtcNow()) : time.GetUtcNow();
}

/// <summary>How news goes out.</summary>
/// <param name="DedupeKey">Unique per event; each chat is added to it.</param>
/// <param name="Delay">The undo window for an officer's move, else zero.</param>
/// <param name="Step">The question that the numbers in the text answer, when it asks one.</param>
/// <param name="ExceptConversation">The chat that reads it as a reply already.</param>
/// <param name="Priority">Notices may be stopped by the resident; talk may not.</param>
public sealed record NewsRoute(
    string DedupeKey, TimeSpan Delay = default, string? Step = null, long? ExceptConversation = null, Priority Priority = Priority.Status)
{
    public bool IsNotice => Priority > Priority.Reply;
}

/// <summary>The rows written, and why somebody was left out (<c>secret</c>, <c>no-chat</c>, <c>silent</c>, <c>stopped</c>).</summary>
public sealed record NewsResult(IReadOnlyList<OutboxMessage> Rows, string? Skipped);
