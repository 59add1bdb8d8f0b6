using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Jobs;

/// <summary>Takes up the officers' wishes to run a job now. Each is taken by one instance; a crash in between runs a job twice, never not at all.</summary>
public sealed class JobRequests(BotDbContext context, IJobScheduler scheduler, TimeProvider clock)
{
    /// <summary>Hands every waiting request to the job engine; gives the number of those handed over.</summary>
    public async Task<int> TakeAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken)
    {
        var waiting = await context.Set<JobRequest>().AsNoTracking().Where(request => request.TakenAt == null).OrderBy(request => request.Id).ToListAsync(cancellationToken);
        var handed = 0;
        foreach (var request in waiting)
        {
            var known = jobs.Any(job => job.Name == request.Name);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var mine = await context.Set<JobRequest>().Where(row => row.Id == request.Id && row.TakenAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(it => it.TakenAt, clock.GetUtcNow()).SetProperty(it => it.Refused, !known), cancellationToken);
            if (mine == 1 && known)
            {
                await scheduler.TriggerAsync(request.Name, cancellationToken);
                handed++;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return handed;
    }
}
