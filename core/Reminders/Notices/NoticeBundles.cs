using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>A notice of a step to one officer.</summary>
public sealed record StepNotice(ReminderSubject Subject, ReachedOfficer Officer, string TextKey);

/// <summary>
/// Keeps officers from being flooded: what falls due for one officer at one time beyond three notices is a single message that
/// counts them, however many batches and instances the tick takes.
/// </summary>
public sealed class NoticeBundles(BotDbContext database, OfficerNotices officers, Outbox outbox)
{
    /// <summary>More notices than this for one officer in one tick become a single one.</summary>
    public const int MostAtOnce = 3;

    /// <summary>What is written within a tick's minute belongs together; the message that counts waits so long for the tick's other batches.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    /// <summary>Looked back at in a chat: the reminders of a minute and whatever talk came between them.</summary>
    private const int Latest = 20;

    /// <summary>Puts the notices of a batch into the outbox; a bundled step's row says so.</summary>
    public async Task WriteAsync(IReadOnlyCollection<StepNotice> notices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notices);
        if (notices.Count == 0) return;
        var now = notices.First().Subject.Now;
        var chats = notices.Select(notice => notice.Officer.ConversationId!.Value).Distinct().Order().ToArray();
        // Two instances that tell the same officer count one after the other.
        await database.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('notices/' || chat, 0)) from (select unnest({chats}) as chat order by 1) as chats", cancellationToken);
        var told = await ToldAsync(chats, now, cancellationToken);
        foreach (var mine in notices.GroupBy(notice => notice.Officer.ConversationId!.Value))
        {
            var pending = told[mine.Key].Where(row => row.TextKey == OfficerMessages.ManyReminders_ToOfficer && row.Status == OutboxStatus.Waiting && row.NotBefore > now).MaxBy(row => row.Id);
            var lately = told[mine.Key].Count(row => row.TextKey != OfficerMessages.ManyReminders_ToOfficer && row.CreatedAt > now - Together);
            if (pending is null && lately + mine.Count() <= MostAtOnce)
                database.AddRange(mine.Select(notice => officers.AboutCase(notice.Subject, notice.Officer, notice.TextKey)));
            else
                Bundle([.. mine], pending, now);
        }
    }

    /// <summary>The reminders of the last minute, among each chat's latest rows, and the messages that count and still wait: cost does not grow with a chat's past.</summary>
    private async Task<ILookup<long, OutboxMessage>> ToldAsync(long[] chats, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.Outbox.FromSql(
            $"""
            select told.* from unnest({chats}) as chat (id)
            cross join lateral (select * from outbox_messages m where m.conversation_id = chat.id order by m.id desc limit {Latest}) told
            where told.created_at > {now - Together} and told.dedupe_key like {ReminderSubject.KeyStart + "%"}
            union
            select * from outbox_messages m
            where m.conversation_id = any({chats}) and m.status = 0 and m.not_before > {now} and m.text_key = {OfficerMessages.ManyReminders_ToOfficer}
            """).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ConversationId);
    }

    private void Bundle(List<StepNotice> mine, OutboxMessage? pending, DateTimeOffset now)
    {
        foreach (var notice in mine) notice.Subject.Row.Outcome = ReminderOutcome.InDigest;
        var opens = mine.Min(notice => notice.Subject.OfficersFrom);
        var from = opens > now + Together ? opens : now + Together;
        var (subject, officer) = (mine[0].Subject, mine[0].Officer);
        var many = officers.Many(officer, mine.Count + CountOf(pending), from, $"{subject.Key}/many/{officer.OfficerId}");
        if (pending is null) database.Add(many);
        else (pending.Body, pending.NotBefore) = (many.Body, from < pending.NotBefore ? from : pending.NotBefore);
    }

    /// <summary>How many notices a waiting message counts already: the only number among its gaps.</summary>
    private int CountOf(OutboxMessage? pending) =>
        pending is null || outbox.Open(pending) is not { } message ? 0
            : message.TemplateValues.Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0).Max();
}
