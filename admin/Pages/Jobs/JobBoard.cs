using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Jobs;

/// <summary>One recurring job as the page shows it.</summary>
/// <param name="Job">The line of the timetable.</param>
/// <param name="Last">The last run, if there was one within two weeks.</param>
/// <param name="Next">About when it runs again.</param>
/// <param name="Failures">Failed or lost runs of the last 24 hours.</param>
/// <param name="IsAsked">An officer's request waits to be taken up.</param>
public sealed record JobLine(ScheduledJob Job, JobRun? Last, DateTimeOffset Next, int Failures, bool IsAsked);

/// <summary>What waits on its way in and out.</summary>
public sealed record MessageLag(long Unread, DateTimeOffset? OldestUnread, long Parked, long Due, DateTimeOffset? OldestDue, long AwaitingWindow, long FailedToday);

/// <summary>What a channel may still send.</summary>
/// <param name="Pace">Its row.</param>
/// <param name="IsHeld">Whether nothing goes out now.</param>
/// <param name="TemplatesToday">Templates sent today.</param>
/// <param name="TemplatesLeft">Templates left today; null without a quota.</param>
/// <param name="CostThisMonth">Rupiah; null when no price is set.</param>
public sealed record ChannelAllowance(ChannelPace Pace, bool IsHeld, int TemplatesToday, int? TemplatesLeft, decimal? CostThisMonth);

/// <summary>Reads how the recurring jobs and the queues of messages stand, from our own tables: the job engine is never asked.</summary>
public sealed class JobBoard(BotDbContext database, IOptions<SendingOptions> sending, TimeProvider time)
{
    private static readonly TimeSpan FailuresWithin = TimeSpan.FromHours(24);

    /// <summary>The timetable with the last run of each job.</summary>
    public async Task<IReadOnlyList<JobLine>> JobsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - FailuresWithin;
        var jobs = await database.Set<ScheduledJob>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var lines = new List<JobLine>();
        foreach (var job in jobs)
        {
            var runs = database.Set<JobRun>().AsNoTracking().Where(run => run.Name == job.Name);
            var last = await runs.OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken);
            var failures = await runs.CountAsync(run => run.StartedAt >= since && (run.Outcome == JobOutcome.Failed || run.Outcome == JobOutcome.Lost), cancellationToken);
            var asked = await database.Set<JobRequest>().AnyAsync(request => request.Name == job.Name && request.TakenAt == null, cancellationToken);
            lines.Add(new(job, last, job.NextAfter(last?.StartedAt, now), failures, asked));
        }

        return lines;
    }

    /// <summary>The queues of messages.</summary>
    public async Task<MessageLag> LagAsync(CancellationToken cancellationToken)
    {
        var (now, day) = (time.GetUtcNow(), time.GetUtcNow() - FailuresWithin);
        var unread = database.Inbox.AsNoTracking().Where(row => row.ProcessedAt == null && row.ParkedAt == null);
        var due = database.Outbox.AsNoTracking().Where(row => (row.Status == OutboxStatus.Waiting || row.Status == OutboxStatus.Sending) && row.NotBefore <= now);
        return new(
            await unread.LongCountAsync(cancellationToken), await unread.MinAsync(row => (DateTimeOffset?)row.ReceivedAt, cancellationToken),
            await database.Inbox.LongCountAsync(row => row.ParkedAt != null, cancellationToken),
            await due.LongCountAsync(cancellationToken), await due.MinAsync(row => (DateTimeOffset?)row.NotBefore, cancellationToken),
            await database.Outbox.LongCountAsync(row => row.Status == OutboxStatus.AwaitingWindow, cancellationToken),
            await database.Outbox.LongCountAsync(row => row.Status == OutboxStatus.Failed && row.CreatedAt >= day, cancellationToken));
    }

    /// <summary>What each channel that has sent something, or has a quota, may still send.</summary>
    public async Task<IReadOnlyList<ChannelAllowance>> ChannelsAsync(DateTimeOffset monthBegan, CancellationToken cancellationToken)
    {
        var costs = await database.Outbox.AsNoTracking().Where(row => row.CreatedAt >= monthBegan && row.Cost != null).GroupBy(row => row.Channel)
            .Select(group => new { group.Key, Sum = group.Sum(row => row.Cost) }).ToDictionaryAsync(row => row.Key, row => row.Sum, cancellationToken);
        var paces = await database.Set<ChannelPace>().AsNoTracking().ToListAsync(cancellationToken);
        var quota = sending.Value.WhatsAppTemplatesPerDay;
        if (quota > 0 && paces.TrueForAll(pace => pace.Channel != Channel.WhatsApp)) paces.Add(new ChannelPace { Channel = Channel.WhatsApp });
        var (now, today) = (time.GetUtcNow(), SendingPermits.QuotaDayOf(time.GetUtcNow()));
        return [.. paces.OrderBy(pace => pace.Channel).Select(pace => (Pace: pace, Sent: pace.Day == today ? pace.TemplatesToday : 0)).Select(row => new ChannelAllowance(
            row.Pace, row.Pace.HeldUntil > now, row.Sent, row.Pace.Channel == Channel.WhatsApp && quota > 0 ? Math.Max(0, quota - row.Sent) : null, costs.GetValueOrDefault(row.Pace.Channel)))];
    }

    /// <summary>Asks the bot to run a job now; a second press while the first waits changes nothing. False for a job that is not on the timetable.</summary>
    public async Task<bool> AskAsync(string name, long officerId, CancellationToken cancellationToken)
    {
        if (!await database.Set<ScheduledJob>().AnyAsync(row => row.Name == name, cancellationToken)) return false;
        if (await database.Set<JobRequest>().AnyAsync(row => row.Name == name && row.TakenAt == null, cancellationToken)) return true;
        database.Add(new JobRequest { Name = name, RequestedAt = time.GetUtcNow(), RequestedBy = officerId });
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
