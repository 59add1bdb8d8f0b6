using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reports;

/// <summary>How large the area of a report is.</summary>
public enum ScopeKind
{
    Unit,
    Village,
    SubDistrict,
    Regency,
    Province,
    Everything,
}

/// <summary>The area of a report: a unit, a village, a sub-district, a regency, a province, or all that is served.</summary>
/// <param name="Kind">How large it is.</param>
/// <param name="Code">Unit code or Kemendagri code; empty for everything.</param>
/// <param name="Name">As the report's title names it.</param>
/// <param name="ZoneArea">The area whose clock begins and ends the period.</param>
/// <param name="IncludesConfidential">False for a reader who may not know of S2 cases (DOMAIN §9).</param>
public sealed record ReportScope(ScopeKind Kind, string Code, string Name, string ZoneArea, bool IncludesConfidential = true)
{
    /// <summary>The area of a reader without a regency: western Indonesia's clock counts.</summary>
    private const string Nation = "33";

    /// <summary>The cases to which the report is narrowed.</summary>
    public ReportFilter Filter { get; init; } = ReportFilter.None;

    /// <summary>The same area without a filter.</summary>
    internal ReportScope Whole => this with { Filter = ReportFilter.None };

    /// <summary>The zone whose midnight begins and ends the period.</summary>
    public IndonesianZone Zone => IndonesianZone.OfArea(ZoneArea);

    /// <summary>Whether messages, emergencies and other things that belong to no unit's case are counted.</summary>
    public bool IsWholeRegency => Kind >= ScopeKind.Regency;

    /// <summary>The condition on a table of cases with this alias; the area is the parameter <c>@area</c>.</summary>
    internal string CaseFilter(string alias) => Kind switch
    {
        ScopeKind.Unit => $"{alias}.unit_code = @area",
        ScopeKind.Village => $"{alias}.regency_code = left(@area, 5) and {alias}.village_code = @area",
        ScopeKind.SubDistrict => $"{alias}.regency_code = left(@area, 5) and left({alias}.village_code, 8) = @area",
        _ => RegencyFilter($"{alias}.regency_code"),
    };

    /// <summary>The condition on a table of cases for what a report shows: never test cases, never S1, S2 only to those who may know of it, and only what the filter names.</summary>
    internal string ReportedFilter(string alias) => $"{CaseFilter(alias)} and not {alias}.is_test and {alias}.secrecy <= {(int)(IncludesConfidential ? Secrecy.Confidential : Secrecy.Ordinary)}{Filter.Condition(alias)}";

    /// <summary>The condition on a column with a regency's code.</summary>
    internal string RegencyFilter(string column) => Kind switch
    {
        ScopeKind.Regency => $"{column} = @area",
        ScopeKind.Province => $"left({column}, 2) = @area",
        ScopeKind.Everything => "@area = ''",
        _ => $"{column} = left(@area, 5)",
    };

    /// <summary>The condition on a column with a village's code.</summary>
    internal string VillageFilter(string column, string unitArea) => Kind switch
    {
        ScopeKind.Unit => $"left({column}, length({unitArea})) = {unitArea}",
        ScopeKind.Everything => "@area = ''",
        _ => $"left({column}, length(@area)) = @area",
    };

    /// <summary>The area that somebody means by a unit's or a place's code; nothing written means all that is served. Null when there is no such area.</summary>
    public static async Task<ReportScope?> FindAsync(BotDbContext database, string? written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var served = await database.Set<Regency>().AsNoTracking().Where(row => row.AreaLetters != null).OrderBy(row => row.Code).ToListAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(written))
            return served is [var only] ? OfRegency(only) : new(ScopeKind.Everything, "", "", served.Count > 0 ? served[0].Code : Nation);
        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == written.Trim(), cancellationToken);
        if (unit is not null) return OfUnit(unit);
        return (PlaceCode.Normalise(written) ?? written.Trim()) switch
        {
            { Length: 2 } province when served.Any(row => row.ProvinceCode == province) => new(ScopeKind.Province, province, $"Provinsi {province}", province),
            { Length: 5 } regency => served.Find(row => row.Code == regency) is { } found ? OfRegency(found) : null,
            { Length: 8 } code => await database.Set<SubDistrict>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellationToken) is { } found
                ? OfSubDistrict(found) : null,
            var code => await database.Set<Village>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellationToken) is { } found
                ? new(ScopeKind.Village, code, found.Name, code) : null,
        };
    }

    /// <summary>A regency's report.</summary>
    public static ReportScope OfRegency(Regency regency) => new(ScopeKind.Regency, regency.Code, regency.Name, regency.Code);

    /// <summary>A sub-district's report.</summary>
    public static ReportScope OfSubDistrict(SubDistrict subDistrict) => new(ScopeKind.SubDistrict, subDistrict.Code, $"Kec. {subDistrict.Name}", subDistrict.Code);

    /// <summary>A unit's report.</summary>
    public static ReportScope OfUnit(PuskesosUnit unit) => new(ScopeKind.Unit, unit.Code, unit.Name, unit.RegencyCode);
}
