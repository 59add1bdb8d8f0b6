using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reports;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Reports;

/// <summary>Which areas an officer may report on: the regency for SLRT and Dinsos, the sub-district for its TKSK, the own unit for its desk.</summary>
public sealed class ReportChoices(BotDbContext database)
{
    private static readonly Role[] OfRegency = [Role.Slrt, Role.Dinsos];
    private static readonly Role[] OfDesk = [Role.FrontOffice, Role.BackOffice, Role.VillageHead];

    /// <summary>Whether there is any report for this officer.</summary>
    public static bool MayRead(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps([.. OfRegency, .. OfDesk, Role.Tksk]);
    }

    /// <summary>The needs, by their names.</summary>
    public async Task<IReadOnlyList<(string Code, string Label)>> CategoriesAsync(CancellationToken cancellationToken) =>
        [.. (await database.Categories.AsNoTracking().OrderBy(row => row.Label).Select(row => new { row.Code, row.Label }).ToListAsync(cancellationToken)).Select(row => (row.Code, row.Label))];

    /// <summary>The areas, the widest first; empty when there is none.</summary>
    public async Task<IReadOnlyList<ReportScope>> ListAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var subDistricts = await database.Set<SubDistrict>().AsNoTracking().Where(row => row.RegencyCode == reach.RegencyCode).OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(row => row.RegencyCode == reach.RegencyCode && !row.IsTest).OrderBy(row => row.Name).ToListAsync(cancellationToken);
        if (reach.AllRoles.Overlaps(OfRegency))
        {
            var regency = await database.Set<Regency>().AsNoTracking().SingleAsync(row => row.Code == reach.RegencyCode, cancellationToken);
            return [ReportScope.OfRegency(regency), .. subDistricts.Select(ReportScope.OfSubDistrict), .. units.Select(ReportScope.OfUnit)];
        }

        var mine = units.Where(unit => reach.RolesAt(unit.Code).Overlaps([.. OfDesk, Role.Tksk])).ToList();
        var reviewed = mine.Where(unit => reach.RolesAt(unit.Code).Contains(Role.Tksk)).Select(unit => unit.AreaCode[..8]).ToHashSet();
        return
        [
            .. subDistricts.Where(row => reviewed.Contains(row.Code)).Select(ReportScope.OfSubDistrict),
            .. mine.Select(unit => ReportScope.OfUnit(unit) with { IncludesConfidential = reach.ConfidentialUnits.Contains(unit.Code) }),
        ];
    }
}
