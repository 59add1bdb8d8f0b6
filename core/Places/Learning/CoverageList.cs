using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Places.Learning;

/// <summary>A village without a Puskesos of its own, and who serves it until it has one.</summary>
public sealed record UncoveredVillage(string Code, string Name, string SubDistrictName, RouteDecision ServedBy);

/// <summary>A sub-district's share of villages with an own Puskesos.</summary>
public sealed record SubDistrictCoverage(string Code, string Name, int Villages, int WithOwnUnit);

/// <summary>The page "desa tanpa Puskesos": which villages have none yet, by sub-district (DOMAIN F02).</summary>
public sealed record Coverage(IReadOnlyList<SubDistrictCoverage> SubDistricts, IReadOnlyList<UncoveredVillage> Uncovered);

/// <summary>Reads the coverage of a regency on a day.</summary>
public sealed class CoverageList(BotDbContext db)
{
    public async Task<Coverage> ReadAsync(string regencyCode, DateOnly today, CancellationToken cancellationToken)
    {
        var subDistricts = await db.Set<SubDistrict>().AsNoTracking()
            .Where(row => row.RegencyCode == regencyCode && row.RetiredOn == null)
            .ToDictionaryAsync(row => row.Code, cancellationToken);
        var codes = subDistricts.Keys.ToList();
        var villages = await db.Set<Village>().AsNoTracking()
            .Where(row => codes.Contains(row.SubDistrictCode) && row.RetiredOn == null)
            .OrderBy(row => row.Code)
            .ToListAsync(cancellationToken);
        var units = await db.Set<PuskesosUnit>().AsNoTracking()
            .Where(unit => unit.RegencyCode == regencyCode && !unit.IsTest && unit.ValidFrom <= today && (unit.ValidTo == null || today <= unit.ValidTo))
            .ToListAsync(cancellationToken);

        var routed = villages.Select(village => (
            Village: village,
            SubDistrict: subDistricts[village.SubDistrictCode],
            Route: RouteRules.Choose(units, village.Code, PointOf(village, subDistricts[village.SubDistrictCode])))).ToList();
        return new Coverage(
            [.. routed.GroupBy(row => row.SubDistrict).OrderBy(group => group.Key.Name, StringComparer.Ordinal).Select(group => new SubDistrictCoverage(
                group.Key.Code, group.Key.Name, group.Count(), group.Count(row => row.Route.Rule == RouteRule.OwnVillage)))],
            [.. routed.Where(row => row.Route.Rule != RouteRule.OwnVillage)
                .Select(row => new UncoveredVillage(row.Village.Code, row.Village.Name, row.SubDistrict.Name, row.Route))]);
    }

    private static MapPoint? PointOf(Village village, SubDistrict subDistrict) =>
        MapPoint.From(village.Latitude, village.Longitude) ?? MapPoint.From(subDistrict.Latitude, subDistrict.Longitude);
}
