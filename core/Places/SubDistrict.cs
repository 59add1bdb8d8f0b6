namespace Puskesos.Core.Places;

/// <summary>A kecamatan; residents name it together with their village.</summary>
public sealed class SubDistrict
{
    /// <summary>Kemendagri code of three levels, "33.28.16".</summary>
    public required string Code { get; init; }

    public required string RegencyCode { get; set; }

    public required string Name { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>Name of the list this row came from or was last changed by.</summary>
    public string ListVersion { get; set; } = "";

    /// <summary>Day on which an imported list no longer held it; retired places stay, because cases point at them.</summary>
    public DateOnly? RetiredOn { get; set; }
}
