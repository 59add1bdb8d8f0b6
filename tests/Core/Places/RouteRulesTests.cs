using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places;

public sealed class RouteRulesTests
{
    private const string Village = "33.28.16.2005";

    private static readonly MapPoint Home = new(-6.90, 109.20);

    [Fact]
    public void Nearest_unit_that_takes_neighbours_comes_before_the_sub_districts()
    {
        var units = new[]
        {
            Unit("A", UnitKind.Desa, "33.28.16.2001", accepts: true, east: 109.30),
            Unit("B", UnitKind.Desa, "33.28.16.2002", accepts: true, east: 109.21),
            Unit("C", UnitKind.Desa, "33.28.16.2003", accepts: false, east: 109.20),
            Unit("D", UnitKind.Kecamatan, "33.28.16", accepts: false, east: 109.20),
        };

        var decision = RouteRules.Choose(units, Village, Home);

        Assert.Equal(("B", RouteRule.SameSubDistrict), (decision.UnitCode, decision.Rule));
    }

    [Fact]
    public void Equal_distances_go_by_unit_code()
    {
        var units = new[]
        {
            Unit("Z", UnitKind.Desa, "33.28.16.2001", accepts: true, east: 109.21),
            Unit("Y", UnitKind.Desa, "33.28.16.2002", accepts: true, east: 109.21),
        };

        Assert.Equal("Y", RouteRules.Choose(units, Village, Home).UnitCode);
        Assert.Equal("Y", RouteRules.Choose(units, Village, origin: null).UnitCode);
    }

    [Fact]
    public void Sub_district_without_a_unit_is_served_by_the_nearest_of_the_regency()
    {
        var units = new[]
        {
            Unit("A", UnitKind.Kecamatan, "33.28.01", accepts: false, east: 109.30),
            Unit("B", UnitKind.Desa, "33.28.02.2001", accepts: false, east: 109.25),
            Unit("S", UnitKind.Slrt, "33.28", accepts: false, east: 109.20),
        };

        var decision = RouteRules.Choose(units, Village, Home);

        Assert.Equal(("B", RouteRule.Regency), (decision.UnitCode, decision.Rule));
    }

    [Fact]
    public void Regency_with_nothing_but_its_slrt_is_no_dead_end()
    {
        var decision = RouteRules.Choose([Unit("S", UnitKind.Slrt, "33.28", accepts: false, east: 109.20)], Village, Home);

        Assert.Equal(("S", RouteRule.Slrt), (decision.UnitCode, decision.Rule));
    }

    [Fact]
    public void Bypass_never_ends_at_a_unit_of_villages()
    {
        var units = new[] { Unit("A", UnitKind.Desa, Village, accepts: true, east: 109.20), Unit("S", UnitKind.Slrt, "33.28", false, 109.30) };

        Assert.Equal("S", RouteRules.ChooseBypass(units, Village, RouteBypass.ToSubDistrict).UnitCode);
        Assert.Equal("S", RouteRules.ChooseBypass(units, Village, RouteBypass.ToDinsos).UnitCode);
    }

    private static PuskesosUnit Unit(string code, UnitKind kind, string area, bool accepts, double east) => new()
    {
        Code = code,
        Name = code,
        Kind = kind,
        AreaCode = area,
        RegencyCode = "33.28",
        AcceptsNeighbours = accepts,
        Latitude = Home.Latitude,
        Longitude = east,
        ValidFrom = new DateOnly(2026, 1, 1),
    };
}
