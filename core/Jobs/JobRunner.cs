using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Jobs;

/// <summary>Runs one job and writes down how it went. Nothing that happens in a job reaches the job engine, which is only a clock.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, JobInstance instance, ILogger<JobRunner> log)
{
    /// <summary>How long a stopping process may take to write down the end of a run; hosts are killed after 30 s.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    public async Task RunAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (await BegunAsync(job, cancellationToken) is not { } run) return;
        var started = clock.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = (IRecurringJob)scope.ServiceProvider.GetRequiredService(job.Type);
            await work.RunAsync(cancellationToken);
            run.Summary = (work as ISummarisedJob)?.Summary;
            run.Outcome = JobOutcome.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Outcome = JobOutcome.Stopped;
        }
        catch (Exception error)
        {
            (run.Outcome, run.ErrorKind) = (JobOutcome.Failed, KindOf(error));
            log.LogError("Job {Job} failed: {Kind}\n{Where}", job.Name, run.ErrorKind, error.StackTrace);
        }

        run.Duration = clock.GetElapsedTime(started);
        await EndedAsync(run);
    }

    private async Task<JobRun?> BegunAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        var run = new JobRun { Name = job.Name, StartedAt = clock.GetUtcNow(), Instance = instance.Name };
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            context.Add(run);
            await context.SaveChangesAsync(cancellationToken);
            return run;
        }
        catch (Exception error)
        {
            // Without the database no job can work: the next firing tries again.
            if (!cancellationToken.IsCancellationRequested)
                log.LogError("Job {Job} could not begin: {Kind}", job.Name, KindOf(error));
            return null;
        }
    }

    private async Task EndedAsync(JobRun run)
    {
        using var soon = new CancellationTokenSource(LastWords);
        run.FinishedAt = clock.GetUtcNow();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            context.Attach(run).State = EntityState.Modified;
            await context.SaveChangesAsync(soon.Token);
        }
        catch (Exception error)
        {
            log.LogError("The end of job {Job}, run {Run}, could not be written: {Kind}", run.Name, run.Id, KindOf(error));
        }
    }

    /// <summary>The error's type and the database's code; its text may hold what people wrote.</summary>
    private static string KindOf(Exception error) =>
        (error as DbException ?? error.InnerException as DbException)?.SqlState is { } code ? $"{error.GetType().Name} {code}" : error.GetType().Name;
}
