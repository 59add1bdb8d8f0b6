namespace Puskesos.Core.Places;

/// <summary>A desa or kelurahan, the place that decides which Puskesos gets a complaint.</summary>
public sealed class Village
{
    /// <summary>Kemendagri code of four levels, "33.28.16.2007"; the first digit of the last level tells the kind.</summary>
    public required string Code { get; init; }

    public required string SubDistrictCode { get; set; }

    public required string Name { get; set; }

    public VillageKind Kind { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>Name of the list this row came from or was last changed by.</summary>
    public string ListVersion { get; set; } = "";

    /// <summary>Day on which an imported list no longer held it; retired places stay, because cases point at them.</summary>
    public DateOnly? RetiredOn { get; set; }
}

/// <summary>What a village is by law; residents of a kelurahan are not told of their "desa".</summary>
public enum VillageKind
{
    Desa,
    Kelurahan,
    DesaAdat,
}
