using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places;

public sealed class PuskesosRouterTests(PlacesDatabase places) : IClassFixture<PlacesDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory]
    [InlineData("33.28.16.2007", "Puskesos Jatibogor", RouteRule.OwnVillage)]
    [InlineData("33.28.14.2002", "Puskesos Tarub", RouteRule.SameSubDistrict)]
    [InlineData("33.28.05.2006", "Puskesos Kecamatan Pagerbarang", RouteRule.SubDistrict)]
    [InlineData("33.28.10.2005", "Puskesos Kecamatan Slawi", RouteRule.SubDistrict)]
    [InlineData("33.28.02.2012", "Puskesos Kecamatan Bumijawa", RouteRule.SubDistrict)]
    public async Task Demo_villages_go_where_the_journeys_say(string village, string unit, RouteRule rule)
    {
        var decision = await RouteAsync(village, RouteBypass.None);

        Assert.Equal(unit, decision.UnitName);
        Assert.Equal(rule, decision.Rule);
    }

    [Theory]
    [InlineData(RouteBypass.ToDinsos, "Dinas Sosial Kabupaten Tegal")]
    [InlineData(RouteBypass.ToSubDistrict, "Puskesos Kecamatan Suradadi")]
    public async Task Case_that_the_village_must_not_see_goes_past_it(RouteBypass bypass, string unit)
    {
        var decision = await RouteAsync("33.28.16.2007", bypass);

        Assert.Equal(unit, decision.UnitName);
        Assert.Equal(RouteRule.Bypass, decision.Rule);
    }

    [Theory]
    [InlineData("33.29.16.2003")]
    [InlineData("33.28.16.2999")]
    public async Task Village_that_is_not_served_has_no_unit(string village)
    {
        var decision = await RouteAsync(village, RouteBypass.None);

        Assert.Null(decision.UnitCode);
        Assert.Equal(RouteRule.Outside, decision.Rule);
    }

    [Theory]
    [InlineData("33.28.99.2999", "UJI")]
    [InlineData("33.28.16.2007", "PKS-33.28.16.2007")]
    public async Task Test_unit_serves_its_own_village_and_no_other(string village, string unit)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var db = places.Open();
        await using var undone = await db.Database.BeginTransactionAsync(cancellation);
        db.AddRange(
            new SubDistrict { Code = "33.28.99", RegencyCode = "33.28", Name = "Ujisistem" },
            new Village { Code = "33.28.99.2999", SubDistrictCode = "33.28.99", Name = "Ujilayanan" },
            new PuskesosUnit { Code = "UJI", Name = "Uji", Kind = UnitKind.Desa, AreaCode = "33.28.99.2999", RegencyCode = "33.28", AcceptsNeighbours = true, IsTest = true });
        await db.SaveChangesAsync(cancellation);

        var decision = await new PuskesosRouter(db).RouteAsync(village, RouteBypass.None, pin: null, Today, cancellation);

        Assert.Equal(unit, decision.UnitCode);
    }

    private async Task<RouteDecision> RouteAsync(string village, RouteBypass bypass)
    {
        await using var db = places.Open();
        return await new PuskesosRouter(db).RouteAsync(village, bypass, pin: null, Today, TestContext.Current.CancellationToken);
    }
}
