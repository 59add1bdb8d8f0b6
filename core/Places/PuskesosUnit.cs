namespace Puskesos.Core.Places;

/// <summary>An office that takes complaints: the Puskesos of a village or sub-district, the regency's SLRT or its Dinas Sosial.</summary>
public sealed class PuskesosUnit
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public UnitKind Kind { get; set; }

    /// <summary>Kemendagri code of the village, sub-district or regency that it serves.</summary>
    public required string AreaCode { get; set; }

    public required string RegencyCode { get; set; }

    /// <summary>A village unit that also takes complaints from villages of its sub-district without a unit.</summary>
    public bool AcceptsNeighbours { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public TimeOnly? Opens { get; set; }

    public TimeOnly? Closes { get; set; }

    /// <summary>First day on which it takes cases.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day on which it takes cases; null while no end is known.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit of the self-check: it serves only the check's own village, and its cases are flagged test.</summary>
    public bool IsTest { get; set; }

    public bool IsOpenOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <summary>Level of an office, from the village up to the regency.</summary>
public enum UnitKind
{
    Desa,
    Kelurahan,
    Kecamatan,
    Slrt,
    Dinsos,
}
