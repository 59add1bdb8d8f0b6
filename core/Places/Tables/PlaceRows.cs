namespace Puskesos.Core.Places;

/// <summary>The rows from which an index is built; retired places are left out by whoever reads them.</summary>
public sealed class PlaceRows
{
    public IReadOnlyCollection<RegencyRow> Regencies { get; init; } = [];

    public IReadOnlyCollection<SubDistrictRow> SubDistricts { get; init; } = [];

    public IReadOnlyCollection<VillageRow> Villages { get; init; } = [];

    public IReadOnlyCollection<AliasRow> Aliases { get; init; } = [];

    public IReadOnlyCollection<BoundaryRow> Boundaries { get; init; } = [];

    public IReadOnlyCollection<UnitPointRow> Units { get; init; } = [];
}

/// <summary>A regency of the lists.</summary>
public readonly record struct RegencyRow(string Code, string Name, bool IsServed);

/// <summary>A sub-district of the lists.</summary>
public readonly record struct SubDistrictRow(string Code, string Name, double? Latitude, double? Longitude);

/// <summary>A village of the lists.</summary>
public readonly record struct VillageRow(string Code, string SubDistrictCode, string Name, VillageKind Kind, double? Latitude, double? Longitude);

/// <summary>Another name of a village.</summary>
public readonly record struct AliasRow(string VillageCode, string Alias);

/// <summary>The border of a village as well-known binary.</summary>
public readonly record struct BoundaryRow(string VillageCode, byte[] Geometry);

/// <summary>An open unit with its point, offered for a pin where nothing better is known.</summary>
public readonly record struct UnitPointRow(string Code, string Name, UnitKind Kind, string AreaCode, MapPoint Point);
