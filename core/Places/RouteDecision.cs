namespace Puskesos.Core.Places;

/// <summary>Which unit gets a case and why; the rule is stored on the case and told to the resident.</summary>
public sealed record RouteDecision(string? UnitCode, string? UnitName, UnitKind? UnitKind, RouteRule Rule);

/// <summary>The rule that chose the unit (CONTRACT §5, verb route).</summary>
public enum RouteRule
{
    OwnVillage,
    SameSubDistrict,
    SubDistrict,
    Regency,
    Slrt,
    Bypass,
    Outside,
}

/// <summary>Where a case goes that the village must not see (DOMAIN §5 and §9).</summary>
public enum RouteBypass
{
    /// <summary>No bypass: the village's own Puskesos comes first.</summary>
    None,

    /// <summary>To the sub-district, where the TKSK sits: SANGGAH and secret (S1) cases.</summary>
    ToSubDistrict,

    /// <summary>To the Dinas Sosial alone: PUNGLI.</summary>
    ToDinsos,
}

/// <summary>The names by which rules and kinds of units leave the process: in JSON, in columns and in reports.</summary>
public static class RouteNames
{
    public static string Of(RouteRule rule) => rule switch
    {
        RouteRule.OwnVillage => "own_village",
        RouteRule.SameSubDistrict => "same_subdistrict",
        RouteRule.SubDistrict => "subdistrict",
        RouteRule.Regency => "regency",
        RouteRule.Slrt => "slrt",
        RouteRule.Bypass => "bypass",
        RouteRule.Outside => "outside",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Desa => "desa",
        UnitKind.Kelurahan => "kelurahan",
        UnitKind.Kecamatan => "kecamatan",
        UnitKind.Slrt => "slrt",
        UnitKind.Dinsos => "dinsos",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static UnitKind? KindNamed(string name) => name.Trim().ToLowerInvariant() switch
    {
        "desa" => UnitKind.Desa,
        "kelurahan" => UnitKind.Kelurahan,
        "kecamatan" => UnitKind.Kecamatan,
        "slrt" => UnitKind.Slrt,
        "dinsos" => UnitKind.Dinsos,
        _ => null,
    };
}
