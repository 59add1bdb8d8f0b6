using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Moves;

/// <summary>What a move must know around the case: its unit, its needs in the catalogue, what papers are called, the last line of its history.</summary>
public sealed record CaseSurroundings(PuskesosUnit Unit, CatalogueIndex Catalogue, long LastEventId)
{
    /// <summary>The moment of the move.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Working days that the regency set for a category itself; the empty code stands for all of its categories.</summary>
    public IReadOnlyDictionary<string, int> OwnDays { get; init; } = new Dictionary<string, int>();

    public static async Task<CaseSurroundings> LoadAsync(BotDbContext database, Case around, CancellationToken cancellationToken)
    {
        return new CaseSurroundings(
            await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(unit => unit.Code == around.UnitCode, cancellationToken),
            await NeedEditing.IndexAsync(database, around.RegencyCode, cancellationToken),
            await database.CaseEvents.Where(line => line.CaseId == around.Id).MaxAsync(line => (long?)line.Id, cancellationToken) ?? 0)
        {
            OwnDays = (await database.Set<ClockSetting>().AsNoTracking().Where(row => row.RegencyCode == around.RegencyCode && row.Name == ClockSetting.HandlingDays).ToListAsync(cancellationToken))
                .ToDictionary(row => row.CategoryCode ?? "", row => row.Values[0]),
        };
    }

    /// <summary>What residents call a need.</summary>
    public string NeedLabel(CaseItem item) => Catalogue.Find(item.CategoryCode)?.Label ?? item.CategoryCode;

    /// <summary>Working days until the first of these needs should be finished.</summary>
    public int WorkingDays(IEnumerable<CaseItem> items) =>
        items.Select(DaysOf).DefaultIfEmpty(CaseClock.CheckWorkingDays).Min();

    private int DaysOf(CaseItem item) =>
        OwnDays.TryGetValue(item.CategoryCode, out var own) || OwnDays.TryGetValue("", out own) ? own : Catalogue.Find(item.CategoryCode)?.LocalWorkingDays ?? CaseClock.CheckWorkingDays;
}
