#if UPSTREAM_PACKAGES
using Hangfire;
using Puskesos.Core.Jobs;

namespace Puskesos.Bot.Jobs;

/// <summary>What Hangfire knows of a job: its name. The rest is ours.</summary>
public sealed class HangfireJob(JobTimetable timetable, JobRunner runner)
{
    /// <summary>A run that waits this long for the one before it gives up; the next firing comes anyway.</summary>
    private const int LongestWaitSeconds = 1;

    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(LongestWaitSeconds)]
    public Task RunAsync(string name, CancellationToken cancellationToken) =>
        timetable.Jobs.FirstOrDefault(job => job.Name == name) is { } known ? runner.RunAsync(known, cancellationToken) : Task.CompletedTask;
}
#endif
