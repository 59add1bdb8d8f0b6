using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Chats;

/// <summary>Chats in which a human is wanted or has taken over and that belong to no case yet.</summary>
public sealed class WaitingChats(BotDbContext database, FieldCipher cipher, Outbox outbox, ClockWords words, TimeProvider time)
{
    /// <summary>Messages shown of a chat: what was said since the question, not the person's whole past.</summary>
    private const int MostLines = 40;

    /// <summary>Older talk belongs to another day's question.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromHours(48);

    /// <summary>The receipt of a complaint and what belongs to it are out by then.</summary>
    private static readonly TimeSpan Receipt = TimeSpan.FromMinutes(1);

    /// <summary>The chats of the officer's units that wait for a human or that the officer holds.</summary>
    public async Task<IReadOnlyList<WaitingChat>> ListAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        var zone = IndonesianZone.OfArea(reach.RegencyCode);
        var rows = await Seen(reach).OrderBy(chat => chat.HelpWantedAt ?? chat.HeldTouchedAt)
            .Join(database.Addresses, chat => chat.Id, address => address.Id, (chat, address) => new { Chat = chat, address.Channel })
            .Select(row => new
            {
                row.Chat.Id,
                row.Chat.HeldBy,
                Since = row.Chat.HelpWantedAt ?? row.Chat.HeldTouchedAt,
                row.Channel,
                Name = database.Residents.Where(person => person.Id == row.Chat.ResidentId).Select(person => person.Name).SingleOrDefault(),
                Officer = database.Users.Where(officer => officer.Id == row.Chat.HeldBy).Select(officer => officer.Name).SingleOrDefault(),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new WaitingChat(
            row.Id, row.Name ?? AdminWords.T(AdminText.Chat_Unknown), row.Since is { } since ? IndonesianFormatOf(zone, since) : "", StateWords.Of(row.Channel), row.Officer, row.HeldBy == reach.OfficerId))];
    }

    /// <summary>True when this chat is the officer's to take or to write in.</summary>
    public Task<bool> IsSeenAsync(OfficerReach reach, long id, CancellationToken cancellationToken) => Seen(reach).AnyAsync(chat => chat.Id == id, cancellationToken);

    /// <summary>What was said in the chat lately, both ways, and is this officer's to read: nothing of a case that went past him or her, nor of what led to it.</summary>
    public async Task<IReadOnlyList<TalkLine>> ReadAsync(OfficerReach reach, long id, string name, WorkingTime working, CancellationToken cancellationToken)
    {
        var seen = database.Cases.Where(CaseReach.Sees(reach));
        var hidden = await database.Cases.AsNoTracking().Where(row => (row.ConversationId == id || row.HelpedConversationId == id) && !seen.Any(other => other.Id == row.Id))
            .Select(row => new { row.Id, row.Ticket, row.FiledAt }).ToListAsync(cancellationToken);
        var lines = await LinesAsync(id, name, working, cancellationToken);
        if (hidden.Count == 0) return lines;
        var (cases, from) = (hidden.Select(row => row.Id).ToArray(), hidden.Max(row => row.FiledAt) + Receipt);
        var told = await database.CaseEvents.Where(line => cases.Contains(line.CaseId) && line.InboxId != null).Select(line => line.InboxId!.Value).ToListAsync(cancellationToken);
        var sent = await database.Outbox.Where(row => row.ConversationId == id && row.CaseId != null && cases.Contains(row.CaseId.Value)).Select(row => row.Id).ToListAsync(cancellationToken);
        return [.. lines.Where(line => line.At > from && !(line.IsOut ? sent : told).Contains(line.MessageId) && !hidden.Exists(row => line.Words?.Contains(row.Ticket, StringComparison.OrdinalIgnoreCase) == true))];
    }

    /// <summary>What was said in the chat lately, both ways; for who answers an alarm in it.</summary>
    public async Task<IReadOnlyList<TalkLine>> LinesAsync(long id, string name, WorkingTime working, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Shown;
        var arrived = await database.Inbox.AsNoTracking().Where(row => row.ConversationId == id && row.ReceivedAt > since && row.Content != null)
            .OrderByDescending(row => row.Id).Take(MostLines).ToListAsync(cancellationToken);
        var sent = await database.Outbox.AsNoTracking().Where(row => row.ConversationId == id && row.CreatedAt > since && row.Status != OutboxStatus.Skipped && row.Body != null)
            .OrderByDescending(row => row.Id).Take(MostLines).ToListAsync(cancellationToken);
        var lines = arrived.Select(row => new TalkLine(row.ReceivedAt, words.Moment(row.ReceivedAt, working), name, Said(row), false, null, false, []) { MessageId = row.Id })
            .Concat(sent.Select(row => new TalkLine(
                row.CreatedAt, words.Moment(row.CreatedAt, working), AdminWords.T(AdminText.Chat_Bot), outbox.Open(row)?.Text, true, StateWords.Of(row, time.GetUtcNow()), row.Status == OutboxStatus.Failed, [])
            { MessageId = row.Id }));
        return [.. lines.OrderBy(line => line.At)];
    }

    private IQueryable<Conversation> Seen(OfficerReach reach)
    {
        var (me, desks, regency) = (reach.OfficerId, Writes(reach), reach.RegencyCode);
        return database.Conversations.AsNoTracking().Where(chat => chat.RegencyCode == regency && chat.HeldCaseId == null &&
            (chat.HeldBy == me || (chat.HelpWantedAt != null && chat.HeldBy == null && chat.HelpUnitCode != null && desks.Contains(chat.HelpUnitCode))));
    }

    private static string[] Writes(OfficerReach reach) =>
        [.. reach.OrdinaryUnits.Where(unit => reach.RolesAt(unit).Overlaps([Role.FrontOffice, Role.BackOffice, Role.Tksk, Role.Slrt]))];

    private string Said(InboxMessage row)
    {
        var message = JsonSerializer.Deserialize<IncomingMessage>(cipher.Open(row.Content!));
        return message?.Text is { } told ? Core.Language.Identity.IdentityNumberReader.Mask(told) : AdminWords.T(AdminText.Chat_NoText, ("kind", AdminWords.T($"Incoming_{row.Kind}")));
    }

    private static string IndonesianFormatOf(IndonesianZone zone, DateTimeOffset at) =>
        AdminWords.T(AdminText.Chat_Since, ("time", Core.Texts.IndonesianFormat.Time(zone.TimeOf(at), zone.Name)));
}

/// <summary>A chat in the list above the queue.</summary>
public sealed record WaitingChat(long Id, string Name, string Since, string Channel, string? Officer, bool IsMine);
