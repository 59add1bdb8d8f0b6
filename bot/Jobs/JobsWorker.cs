using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.Jobs;

/// <summary>Starts the timetable as soon as the database is there and migrated, and takes up the officers' requests.</summary>
internal sealed class JobsWorker(IJobScheduler scheduler, JobTimetable timetable, IServiceScopeFactory scopes, ILogger<JobsWorker> log) : BackgroundService
{
    /// <summary>Between two tries to start, while the database is away or not yet migrated.</summary>
    private static readonly TimeSpan StartAgain = TimeSpan.FromSeconds(5);

    /// <summary>An officer who pressed "run now" sees it run after about this time.</summary>
    private static readonly TimeSpan LookForRequests = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await scheduler.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryAsync("start", StartTickingAsync, stoppingToken))
                await Task.Delay(StartAgain, stoppingToken);
            log.LogInformation("{Count} recurring jobs are on the timetable", timetable.Jobs.Count);
            while (true)
            {
                await TryAsync("take requests", TakeRequestsAsync, stoppingToken);
                await Task.Delay(LookForRequests, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task StartTickingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await TimetableNotice.WriteAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), timetable.Jobs, cancellationToken);
        await scheduler.StartAsync(timetable.Jobs, cancellationToken);
    }

    private async Task TakeRequestsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobRequests>().TakeAsync(timetable.Jobs, cancellationToken);
    }

    private async Task<bool> TryAsync(string what, Func<CancellationToken, Task> doAsync, CancellationToken cancellationToken)
    {
        try
        {
            await doAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("The job engine could not {What}: {Kind}", what, (error.InnerException ?? error).GetType().Name);
            return false;
        }
    }
}

/// <summary>The timetable that this process runs.</summary>
public sealed record JobTimetable(IReadOnlyList<RecurringJob> Jobs);
