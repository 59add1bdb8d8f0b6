#if UPSTREAM_PACKAGES
using Hangfire;
using Hangfire.Storage;
using Puskesos.Core.Jobs;

namespace Puskesos.Bot.Jobs;

/// <summary>Hangfire as the clock, for an operator who wants its dashboard.</summary>
public sealed class HangfireScheduler(IRecurringJobManager recurring, JobStorage storage, JobActivator activator, JobInstance instance) : IJobScheduler
{
    /// <summary>Jobs that one instance runs at once, as with the other engine.</summary>
    private const int MostJobs = 4;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private BackgroundJobServer? server;

    public Task StartAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken)
    {
        using (var connection = storage.GetConnection())
        {
            foreach (var gone in connection.GetRecurringJobs().Where(stored => jobs.All(job => job.Name != stored.Id)))
                recurring.RemoveIfExists(gone.Id);
        }

        foreach (var job in jobs)
        {
            recurring.AddOrUpdate<HangfireJob>(
                job.Name, run => run.RunAsync(job.Name, CancellationToken.None), CronOf(job), new RecurringJobOptions { TimeZone = job.Zone ?? TimeZoneInfo.Utc });
        }

        server ??= new BackgroundJobServer(
            new BackgroundJobServerOptions { Activator = activator, ServerName = instance.Name, WorkerCount = MostJobs, SchedulePollingInterval = LongestSleep }, storage);
        return Task.CompletedTask;
    }

    public Task TriggerAsync(string name, CancellationToken cancellationToken)
    {
        recurring.Trigger(name);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        server?.Dispose();
        server = null;
        return Task.CompletedTask;
    }

    /// <summary>Hangfire knows times as cron only: an interval must divide a minute, an hour or a day.</summary>
    internal static string CronOf(RecurringJob job) => job switch
    {
        { DailyAt: { } at } => $"{at.Minute} {at.Hour} * * *",
        { Interval: { TotalSeconds: < 60 } interval } when 60 % (int)interval.TotalSeconds == 0 => $"*/{(int)interval.TotalSeconds} * * * * *",
        { Interval: { TotalMinutes: < 60 } interval } when 60 % (int)interval.TotalMinutes == 0 => $"*/{(int)interval.TotalMinutes} * * * *",
        { Interval: { TotalHours: < 24 } interval } when 24 % (int)interval.TotalHours == 0 => $"0 */{(int)interval.TotalHours} * * *",
        { Interval: { TotalHours: 24 } } => "0 0 * * *",
        _ => throw new NotSupportedException($"Hangfire cannot run {job.Name} {job.When}."),
    };
}
#endif
