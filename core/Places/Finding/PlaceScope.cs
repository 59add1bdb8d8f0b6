namespace Puskesos.Core.Places;

/// <summary>Where a told name may lie: everything this installation serves, one regency, or one sub-district of it.</summary>
public sealed record PlaceScope
{
    /// <summary>Every served regency; used before the regency of a talk is known.</summary>
    public static readonly PlaceScope Served = new();

    private PlaceScope()
    {
    }

    public string? RegencyCode { get; private init; }

    /// <summary>Set when the sub-district was already told and only its village is still asked.</summary>
    public string? SubDistrictCode { get; private init; }

    public static PlaceScope OfRegency(string regencyCode) => new() { RegencyCode = regencyCode };

    public static PlaceScope OfSubDistrict(string subDistrictCode) => new()
    {
        RegencyCode = PlaceCode.RegencyOf(subDistrictCode),
        SubDistrictCode = subDistrictCode,
    };
}
