using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class OddBorderTests : IAsyncLifetime
{
    private const string Square = "[[109.24,-6.90],[109.26,-6.90],[109.26,-6.88],[109.24,-6.88],[109.24,-6.90]]";
    private const string Hole = "[[109.245,-6.895],[109.255,-6.895],[109.255,-6.885],[109.245,-6.885],[109.245,-6.895]]";

    private readonly PlacesDatabase _places = new();
    private readonly TemporaryLists _lists = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _places.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _lists.Dispose();
        return _places.DisposeAsync();
    }

    [Fact]
    public async Task Pin_in_the_hole_of_a_border_is_not_in_its_village()
    {
        await ImportAsync("Polygon", $"[{Square},{Hole}]");

        Assert.Equal(PinFindingKind.Inside, await KindAsync(-6.882, 109.242));
        Assert.NotEqual(PinFindingKind.Inside, await KindAsync(-6.89, 109.25));
    }

    [Fact]
    public async Task Both_parts_of_a_divided_village_hold_pins()
    {
        await ImportAsync("MultiPolygon", $"[[{Square}],[[[109.30,-6.90],[109.31,-6.90],[109.31,-6.88],[109.30,-6.90]]]]");

        Assert.Equal(PinFindingKind.Inside, await KindAsync(-6.89, 109.25));
        Assert.Equal(PinFindingKind.Inside, await KindAsync(-6.892, 109.308));
    }

    [Fact]
    public async Task Crossed_ring_is_untangled()
    {
        var report = await ImportAsync("Polygon", "[[[109.24,-6.90],[109.26,-6.88],[109.26,-6.90],[109.24,-6.88],[109.24,-6.90]]]");

        Assert.True(report.Committed);
        Assert.Equal(PinFindingKind.Inside, await KindAsync(-6.892, 109.242));
    }

    [Theory]
    [InlineData("[[[109.24,-6.90],[109.25,-6.90],[109.26,-6.90],[109.24,-6.90]]]", "no polygon")]
    [InlineData("[[[-6.90,109.24],[-6.90,109.26],[-6.88,109.26],[-6.90,109.24]]]", "outside Indonesia")]
    [InlineData("[[[179.9,-6.90],[180.1,-6.90],[180.1,-6.88],[179.9,-6.90]]]", "outside Indonesia")]
    [InlineData("[[[109.24,-6.90],[109.26]]]", "no polygon")]
    [InlineData("[]", "no polygon")]
    public async Task Border_that_is_none_is_named(string rings, string reason)
    {
        var report = await ImportAsync("Polygon", rings);

        Assert.False(report.Committed);
        Assert.Contains(report.Errors.Shown, error => error.Line == 2 && error.Reason.StartsWith("33.28.16.2007", StringComparison.Ordinal) && error.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(0, await _places.Raw.CountAsync("village_boundaries"));
    }

    private async Task<PinFindingKind> KindAsync(double latitude, double longitude)
    {
        var (rows, version) = await new PlaceRowsReader(_places.Source).ReadAsync(Cancellation);
        return new PlaceIndex(rows, version).FindPin(latitude, longitude, DemoRows.InTegal).Kind;
    }

    private Task<PlaceImportReport> ImportAsync(string type, string coordinates)
    {
        var borders = $$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"33.28.16.2007"},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}}}}
            ]}
            """;
        return new PlaceImport(_places.Source, _places.Clock, new Progress<ImportProgress>()).RunAsync(
            new PlaceImportOrder { Boundaries = [_lists.Write("borders.geojson", borders)], ListVersion = "odd" }, Cancellation);
    }
}
