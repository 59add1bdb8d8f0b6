namespace Puskesos.Core.Places;

/// <summary>The order of the routing rules over the units that are open on the day of filing (CONTRACT §5, verb route).</summary>
public static class RouteRules
{
    public static RouteDecision Choose(IReadOnlyCollection<PuskesosUnit> open, string villageCode, MapPoint? origin)
    {
        var subDistrictCode = PlaceCode.SubDistrictOf(villageCode);
        return Decide(RouteRule.OwnVillage, Nearest(open.Where(unit => IsOfVillages(unit) && unit.AreaCode == villageCode), origin))
            ?? Decide(RouteRule.SameSubDistrict, Nearest(open.Where(unit => TakesNeighbours(unit, subDistrictCode)), origin))
            ?? Decide(RouteRule.SubDistrict, Nearest(open.Where(unit => IsOfSubDistrict(unit, subDistrictCode)), origin))
            ?? NearestOfRegency(open, origin)
            ?? new RouteDecision(null, null, null, RouteRule.Outside);
    }

    /// <summary>A case that the village must not see; the answer never is a unit of villages.</summary>
    public static RouteDecision ChooseBypass(IReadOnlyCollection<PuskesosUnit> open, string villageCode, RouteBypass bypass)
    {
        var subDistrictCode = PlaceCode.SubDistrictOf(villageCode);
        var atSubDistrict = bypass == RouteBypass.ToSubDistrict
            ? Nearest(open.Where(unit => IsOfSubDistrict(unit, subDistrictCode)), null)
            : null;
        var first = atSubDistrict ?? First(open, UnitKind.Dinsos) ?? First(open, UnitKind.Slrt);
        return Decide(RouteRule.Bypass, first) ?? new RouteDecision(null, null, null, RouteRule.Outside);
    }

    /// <summary>Nothing is known but the regency: its SLRT, else its Dinas Sosial.</summary>
    public static RouteDecision ChooseWithoutPlace(IReadOnlyCollection<PuskesosUnit> open) =>
        Decide(RouteRule.Slrt, First(open, UnitKind.Slrt) ?? First(open, UnitKind.Dinsos)) ?? new RouteDecision(null, null, null, RouteRule.Outside);

    /// <summary>The nearest Puskesos of the regency, whatever area it was made for; else the SLRT, else the Dinas Sosial.</summary>
    public static RouteDecision? NearestOfRegency(IReadOnlyCollection<PuskesosUnit> open, MapPoint? origin) =>
        Decide(RouteRule.Regency, Nearest(open.Where(unit => IsOfVillages(unit) || unit.Kind == UnitKind.Kecamatan), origin))
        ?? Decide(RouteRule.Slrt, First(open, UnitKind.Slrt) ?? First(open, UnitKind.Dinsos));

    private static bool IsOfVillages(PuskesosUnit unit) => unit.Kind is UnitKind.Desa or UnitKind.Kelurahan;

    private static bool TakesNeighbours(PuskesosUnit unit, string subDistrictCode) =>
        IsOfVillages(unit) && unit.AcceptsNeighbours && PlaceCode.SubDistrictOf(unit.AreaCode) == subDistrictCode;

    private static bool IsOfSubDistrict(PuskesosUnit unit, string subDistrictCode) =>
        unit.Kind == UnitKind.Kecamatan && unit.AreaCode == subDistrictCode;

    private static PuskesosUnit? First(IEnumerable<PuskesosUnit> units, UnitKind kind) =>
        units.Where(unit => unit.Kind == kind).MinBy(unit => unit.Code, StringComparer.Ordinal);

    /// <summary>Ties, and units of unknown place, go by unit code.</summary>
    private static PuskesosUnit? Nearest(IEnumerable<PuskesosUnit> units, MapPoint? origin) => units
        .OrderBy(unit => MetresBetween(origin, MapPoint.From(unit.Latitude, unit.Longitude)))
        .ThenBy(unit => unit.Code, StringComparer.Ordinal)
        .FirstOrDefault();

    private static double MetresBetween(MapPoint? origin, MapPoint? unit) =>
        origin is { } from && unit is { } to ? from.MetresTo(to) : double.PositiveInfinity;

    private static RouteDecision? Decide(RouteRule rule, PuskesosUnit? unit) =>
        unit is null ? null : new RouteDecision(unit.Code, unit.Name, unit.Kind, rule);
}
