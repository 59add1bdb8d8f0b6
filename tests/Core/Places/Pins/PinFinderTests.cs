using NetTopologySuite.Geometries;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places.Pins;

public sealed class PinFinderTests
{
    private static readonly BoundaryRow[] ThreeSquares =
    [
        Square("33.28.16.2007", west: 109.24),
        Square("33.28.16.2009", west: 109.26, east: 109.27),
        Square("33.28.16.2010", west: 109.27),
    ];

    [Fact]
    public void Village_that_holds_the_pin_comes_before_its_neighbours()
    {
        var finding = Index(ThreeSquares, []).FindPin(-6.89, 109.264, DemoRows.InTegal);

        Assert.Equal(PinFindingKind.Inside, finding.Kind);
        Assert.Equal(["33.28.16.2009", "33.28.16.2007", "33.28.16.2010"], finding.Choices.Select(choice => choice.Code));
    }

    [Theory]
    [InlineData(-6.89, 109.239)]
    [InlineData(-6.91, 109.25)]
    [InlineData(51.5, -0.1)]
    [InlineData(double.NaN, 109.25)]
    [InlineData(-6.89, 1_000)]
    public void Pin_in_no_border_is_outside_and_never_snapped(double latitude, double longitude)
    {
        Assert.Equal(PinFindingKind.Outside, Index(ThreeSquares, []).FindPin(latitude, longitude, DemoRows.InTegal).Kind);
    }

    [Fact]
    public void Without_borders_the_nearest_units_are_offered()
    {
        UnitPointRow[] units =
        [
            new("FAR", "Puskesos Kecamatan Bumijawa", UnitKind.Kecamatan, "33.28.02", new MapPoint(-7.17, 109.13)),
            new("NEAR", "Puskesos Kecamatan Suradadi", UnitKind.Kecamatan, "33.28.16", new MapPoint(-6.88, 109.24)),
            new("SLRT", "SLRT Kabupaten Tegal", UnitKind.Slrt, "33.28", new MapPoint(-6.88, 109.25)),
        ];

        var near = Index([], units).FindPin(-6.89, 109.25, DemoRows.InTegal);
        var abroad = Index([], units).FindPin(-8.65, 115.21, DemoRows.InTegal);

        Assert.Equal(PinFindingKind.NearUnits, near.Kind);
        Assert.Equal("NEAR", Assert.Single(near.Units).Code);
        Assert.Equal(PinFindingKind.Outside, abroad.Kind);
    }

    [Fact]
    public void Without_borders_villages_with_points_come_before_units()
    {
        var rows = new PlaceRows
        {
            Regencies = DemoRows.TegalOnly().Regencies,
            SubDistricts = DemoRows.TegalOnly().SubDistricts,
            Villages = [.. DemoRows.TegalOnly().Villages.Select((row, at) => row with { Latitude = -6.9, Longitude = 109 + (at / 1_000.0) })],
        };

        var finding = new PlaceIndex(rows, version: 1).FindPin(-6.9, 109.0102, DemoRows.InTegal);

        Assert.Equal(PinFindingKind.NearVillages, finding.Kind);
        Assert.Equal(3, finding.Choices.Count);
        Assert.Equal(DemoRows.TegalOnly().Villages.ElementAt(10).Code, finding.Choices[0].Code);
    }

    [Fact]
    public void Pin_in_another_served_regency_names_it()
    {
        var rows = new PlaceRows
        {
            Regencies = [.. DemoRows.TegalOnly().Regencies, new RegencyRow("33.29", "Kabupaten Brebes", true)],
            SubDistricts = [.. DemoRows.TegalOnly().SubDistricts, new SubDistrictRow("33.29.16", "Ketanggungan", null, null)],
            Villages = [.. DemoRows.TegalOnly().Villages, new VillageRow("33.29.16.2003", "33.29.16", "Bulakelor", VillageKind.Desa, null, null)],
            Boundaries = [Square("33.29.16.2003", west: 108.9)],
        };

        var finding = new PlaceIndex(rows, version: 1).FindPin(-6.89, 108.91, DemoRows.InTegal);

        Assert.Equal(PinFindingKind.OutsideServed, finding.Kind);
        Assert.Equal("33.29.16.2003", Assert.Single(finding.Choices).Code);
    }

    private static PlaceIndex Index(BoundaryRow[] borders, UnitPointRow[] units) => new(DemoRows.With(borders, units), version: 1);

    private static BoundaryRow Square(string code, double west, double? east = null) =>
        new(code, new GeometryFactory().ToGeometry(new Envelope(west, east ?? west + 0.02, -6.90, -6.88)).AsBinary());
}
