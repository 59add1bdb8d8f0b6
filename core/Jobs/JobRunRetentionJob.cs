using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Jobs;

/// <summary>Removes old runs and requests, and marks runs whose process died.</summary>
public sealed class JobRunRetentionJob(BotDbContext context, TimeProvider clock) : IRecurringJob
{
    /// <summary>The officers' page looks back two weeks; what a job did to a case stands in the case.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>No job of ours runs longer than minutes.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromHours(24);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var old = now - Kept;
        var lost = now - LostAfter;
        await context.Set<JobRun>().Where(run => run.StartedAt < old).ExecuteDeleteAsync(cancellationToken);
        await context.Set<JobRequest>().Where(request => request.RequestedAt < old).ExecuteDeleteAsync(cancellationToken);
        await context.Set<JobRun>().Where(run => run.Outcome == JobOutcome.Running && run.StartedAt < lost)
            .ExecuteUpdateAsync(run => run.SetProperty(it => it.Outcome, JobOutcome.Lost), cancellationToken);
    }
}
