using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Abandoned;

/// <summary>Reminds once of a complaint that was begun and not sent, and erases it when it has lain for seven days (DOMAIN, section 4.6).</summary>
public sealed class AbandonedTalkJob(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    /// <summary>The reminder comes so long after the person's last message (journeys, "Settled here").</summary>
    public static readonly TimeSpan NudgeAfter = TimeSpan.FromHours(3);

    /// <summary>After a stop of the service it comes late, but inside the 24-hour window with an hour to spare; then it is not sent any more.</summary>
    private static readonly TimeSpan NudgeUntil = TimeSpan.FromHours(23);

    private const int AtOnce = 200;

    /// <summary>Reminds and erases; returns how many were reminded.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        await EraseAsync(database, cancellationToken);
        return await NudgeAsync(database, scope.ServiceProvider.GetRequiredService<Outbox>(), scope.ServiceProvider.GetRequiredService<TextCatalog>(), cancellationToken);
    }

    /// <summary>The sealed draft goes; that there was one stays known, so that the person is told with the next message. No message is sent for it.</summary>
    private Task<int> EraseAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.Database.ExecuteSqlAsync(
            $"""
            with gone as (
                update conversations set draft_cipher = null
                where draft_started_at is not null and draft_started_at < {now - Draft.Lifetime} and draft_cipher is not null
                returning regency_code, step)
            insert into talk_leavings (regency_code, day, step, kind, times)
            select g.regency_code, ({now} at time zone r.time_zone_id)::date, g.step, {(int)LeavingKind.Silent}, count(*)
            from gone g join regencies r on r.code = g.regency_code group by 1, 2, 3
            on conflict (regency_code, day, step, kind) do update set times = talk_leavings.times + excluded.times
            """,
            cancellationToken);
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private async Task<int> NudgeAsync(BotDbContext database, Outbox outbox, TextCatalog texts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var talks = await database.Conversations.FromSql(
            $"""
            select * from conversations
            where draft_started_at is not null and draft_cipher is not null and held_by is null and help_wanted_at is null
                and (nudged_at is null or nudged_at < draft_started_at)
                and last_inbound_at <= {now - NudgeAfter} and last_inbound_at > {now - NudgeUntil}
            order by id limit {AtOnce} for no key update skip locked
            """).ToListAsync(cancellationToken);
        var ids = talks.Select(talk => talk.Id).ToList();
        var channels = await database.Addresses.AsNoTracking()
            .Where(row => ids.Contains(row.Id) && row.NoticesStoppedAt == null && row.SilentSince == null && row.UnreachableAt == null)
            .ToDictionaryAsync(row => row.Id, row => row.Channel, cancellationToken);
        var told = 0;
        foreach (var talk in talks)
        {
            talk.NudgedAt = now;
            var zone = IndonesianZone.OfArea(talk.RegencyCode);
            // What falls into the night is not sent at all (AskResume-nudged-once).
            if (!channels.TryGetValue(talk.Id, out var channel) || IsQuiet(talk, now, zone)) continue;
            var until = IndonesianFormat.Date(zone.DayOf(talk.DraftStartedAt!.Value + Draft.Lifetime));
            var notice = new Notice(Questions.AskResume_Nudge, ("date", until));
            database.Add(outbox.Compose(
                new OutboxTarget(talk.Id, channel), NoticeMessage.Of(notice, texts.For(talk.RegencyCode), talk.Language, nameof(Step.AskResume)), notice.Key,
                Priority.Survey, dedupeKey: $"nudge/{talk.Id}/{talk.DraftStartedAt.Value.UtcTicks}"));
            told++;
        }

        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return told;
    }

    private static bool IsQuiet(Conversation talk, DateTimeOffset now, IndonesianZone zone) =>
        QuietHours.Covers(now, zone) || QuietHours.Covers(talk.LastInboundAt!.Value + NudgeAfter, zone);
}
