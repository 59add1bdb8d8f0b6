using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Moves;

/// <summary>What a move must know around the case: its unit, its needs in the catalogue, what papers are called, the last line of its history.</summary>
public sealed record CaseSurroundings(PuskesosUnit Unit, CatalogueIndex Catalogue, long LastEventId)
{
    /// <summary>The moment of the move.</summary>
    public DateTimeOffset Now { get; init; }

    public static async Task<CaseSurroundings> LoadAsync(BotDbContext database, Case around, CancellationToken cancellationToken)
    {
        var codes = around.Items.Select(item => item.CategoryCode).ToArray();
        return new CaseSurroundings(
            await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(unit => unit.Code == around.UnitCode, cancellationToken),
            new CatalogueIndex(
                await database.Categories.AsNoTracking().Where(need => codes.Contains(need.Code)).ToListAsync(cancellationToken),
                await database.DocumentKinds.AsNoTracking().ToListAsync(cancellationToken)),
            await database.CaseEvents.Where(line => line.CaseId == around.Id).MaxAsync(line => (long?)line.Id, cancellationToken) ?? 0);
    }

    /// <summary>What residents call a need.</summary>
    public string NeedLabel(CaseItem item) => Catalogue.Find(item.CategoryCode)?.Label ?? item.CategoryCode;

    /// <summary>Working days until the first of these needs should be finished.</summary>
    public int WorkingDays(IEnumerable<CaseItem> items) =>
        items.Select(item => Catalogue.Find(item.CategoryCode)?.LocalWorkingDays ?? CaseClock.CheckWorkingDays).DefaultIfEmpty(CaseClock.CheckWorkingDays).Min();
}
