using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Jobs;

namespace Puskesos.Core.Reminders;

/// <summary>Takes all steps of the due-table whose moment has come; any number of instances may run it at once.</summary>
public sealed class DueReminderJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DueReminderJob> log) : IRecurringJob
{
    /// <summary>Steps taken in one transaction: large enough to be quick, small enough that a killed instance repeats little.</summary>
    public const int StepsAtOnce = 250;

    /// <summary>A case whose steps fail is tried again after this time; the others go on.</summary>
    private static readonly TimeSpan PutOff = TimeSpan.FromMinutes(10);

    /// <summary>Takes everything that is due; returns the number of cases worked on.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sum = 0;
        while (true)
        {
            var taken = await BatchAsync(cancellationToken);
            if (taken == 0) return sum;
            sum += taken;
        }
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private async Task<int> BatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<DueReminderBatch>().TakeAsync(StepsAtOnce, null, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning("A batch of reminders failed ({Error}); its cases are taken one by one", error.GetType().Name);
            return await OneByOneAsync(cancellationToken);
        }
    }

    private async Task<int> OneByOneAsync(CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var caseId in await DueCasesAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                sum += await scope.ServiceProvider.GetRequiredService<DueReminderBatch>().TakeAsync(StepsAtOnce, caseId, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError("The reminders of case {CaseId} failed ({Error})", caseId, error.GetType().Name);
                await PutOffAsync(caseId, cancellationToken);
            }
        }

        return sum;
    }

    private async Task<IReadOnlyList<long>> DueCasesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueReminderBatch>().DueCasesAsync(StepsAtOnce, cancellationToken);
    }

    private async Task PutOffAsync(long caseId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueReminderBatch>().PutOffAsync(caseId, clock.GetUtcNow() + PutOff, cancellationToken);
    }
}
