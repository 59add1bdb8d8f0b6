using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Messaging;

/// <summary>
/// Blanks what messages held when its time is over: the request exactly as received 72 hours after its turn, what was written in a talk
/// that led to no case after seven days (DOMAIN §4.6), what we sent beside a case after thirty days.
/// </summary>
public sealed class MessageBodiesJob(BotDbContext database, TimeProvider clock) : IRecurringJob
{
    /// <summary>Long enough to look at a message that was dealt with wrongly; then what was understood of it is enough.</summary>
    public static readonly TimeSpan RawKept = TimeSpan.FromHours(72);

    /// <summary>DOMAIN §4.6, unfinished chat.</summary>
    public static readonly TimeSpan TalkKept = TimeSpan.FromDays(7);

    public static readonly TimeSpan SentKept = TimeSpan.FromDays(30);

    /// <summary>So far back is looked beyond each limit: the time of a long stop; the index by time then reads a few days and not years.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(60);

    /// <summary>Rows of one statement: a few hundred milliseconds of locks that nobody waits for.</summary>
    private const int AtOnce = 5000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await RepeatAsync(
            $"update inbox_messages set raw_body = null where id in (select id from inbox_messages where raw_body is not null and processed_at < {now - RawKept} limit {AtOnce})", cancellationToken);
        await RepeatAsync(
            $"""
            update inbox_messages set content = null, raw_body = null where id in (
                select m.id from inbox_messages m join conversations talk on talk.id = m.conversation_id
                where m.content is not null and m.processed_at is not null and m.received_at < {now - TalkKept} and m.received_at >= {now - TalkKept - LooksBack}
                    and not m.id = any(talk.waiting) and (talk.draft_started_at is null or talk.draft_cipher is null) and talk.held_by is null and talk.help_wanted_at is null
                    and not exists (select 1 from cases c where c.conversation_id = talk.id)
                    and not exists (select 1 from cases c where c.helped_conversation_id = talk.id)
                    and not exists (select 1 from emergencies e where e.conversation_id = talk.id and e.closed_at is null)
                limit {AtOnce})
            """,
            cancellationToken);
        await RepeatAsync(
            $"""
            update outbox_messages set body = null where id in (
                select id from outbox_messages where body is not null and case_id is null and status not in (0, 1, 3) and created_at < {now - SentKept} and created_at >= {now - SentKept - LooksBack} limit {AtOnce})
            """,
            cancellationToken);
    }

    private async Task RepeatAsync(FormattableString statement, CancellationToken cancellationToken)
    {
        while (await database.Database.ExecuteSqlAsync(statement, cancellationToken) == AtOnce)
        {
        }
    }
}
