using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Jobs;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.ClosedUnits;

/// <summary>Gives the open cases of a unit whose last day is over to the unit that serves their village now; each case in a transaction of its own.</summary>
public sealed class ClosedUnitJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ClosedUnitJob> log) : IRecurringJob
{
    /// <summary>A unit closes at midnight of its own zone; nobody works on its cases before the morning.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private static readonly CaseStatus[] Open = [.. Enum.GetValues<CaseStatus>().Where(status => status.IsOpen())];

    /// <summary>Moves what is to be moved; gives the number of cases.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var caseId in await CasesAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ClosedUnitMove>().MoveAsync(caseId, cancellationToken))
            {
                moved++;
            }
            else
            {
                log.LogWarning("Case {CaseId} stays at a closed unit: no other serves its place", caseId);
            }
        }

        return moved;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private async Task<List<long>> CasesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var zones = await database.Set<Regency>().AsNoTracking().Where(row => row.AreaLetters != null)
            .Select(row => new { row.Code, row.TimeZoneId }).ToDictionaryAsync(row => row.Code, row => row.TimeZoneId, cancellationToken);
        var ended = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => unit.ValidTo != null && !unit.IsTest).ToListAsync(cancellationToken);
        var closed = ended.Where(unit => zones.TryGetValue(unit.RegencyCode, out var zone) && unit.ValidTo < ClosedUnitMove.TodayIn(zone, clock))
            .Select(unit => unit.Code).ToArray();
        return closed.Length == 0 ? [] : await database.Cases.Where(row => closed.Contains(row.UnitCode) && Open.Contains(row.Status))
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken);
    }
}
