using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class BoundaryImportTests : IAsyncLifetime
{
    private const string TwoSquares =
        """
        {"name": "borders", "crs": {"properties": {"features": [1, 2]}}, "type": "FeatureCollection",
         "features": [
        {"type":"Feature","properties":{"KDEPUM":"33.28.16.2007"},"geometry":{"type":"Polygon","coordinates":[[[109.24,-6.90],[109.26,-6.90],[109.26,-6.88],[109.24,-6.88],[109.24,-6.90]]]}},
        {"type":"Feature","properties":{"code":3328162009},"geometry":{"type":"MultiPolygon","coordinates":[[[[109.26,-6.90],[109.28,-6.90],[109.28,-6.88],[109.26,-6.88],[109.26,-6.90]]]]}}
        ]}
        """;

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
    public async Task Pin_inside_an_imported_border_names_its_village()
    {
        var report = await ImportAsync(TwoSquares);

        var (rows, version) = await new PlaceRowsReader(_places.Source).ReadAsync(Cancellation);
        var finding = new PlaceIndex(rows, version).FindPin(-6.89, 109.25, DemoRows.InTegal);

        Assert.True(report.Committed);
        Assert.Equal(2, report.BoundariesChanged);
        Assert.Equal(PinFindingKind.Inside, finding.Kind);
        Assert.Equal(["33.28.16.2007", "33.28.16.2009"], finding.Choices.Select(choice => choice.Code));
    }

    [Fact]
    public async Task Second_import_of_borders_changes_nothing()
    {
        await ImportAsync(TwoSquares);

        Assert.Equal(0, (await ImportAsync(TwoSquares)).BoundariesChanged);
    }

    [Fact]
    public async Task Village_without_a_point_gets_one_inside_its_border()
    {
        await ImportAsync(TwoSquares);

        var north = Assert.IsType<double>(await _places.Raw.ScalarAsync("select latitude from villages where code = '33.28.16.2007'"));
        Assert.InRange(north, -6.90, -6.88);
    }

    [Theory]
    [InlineData("33.28.16.2009", "33.28.16.2999", 4, "no list holds")]
    [InlineData("33.28.16.2007", "desa", 3, "no village code")]
    [InlineData("\"MultiPolygon\"", "\"Point\"", 4, "no polygon")]
    [InlineData("[109.24,-6.88],[109.24,-6.90]", "[109.24,-6.88]", 3, "closed rings")]
    [InlineData("]]]]}}\n]}", "]]]]}}", 4, "no GeoJSON")]
    [InlineData("{\"name\"", "[{\"name\"", 1, "no GeoJSON")]
    public async Task Bad_feature_is_named_and_nothing_is_imported(string right, string wrong, int line, string reason)
    {
        var broken = TwoSquares.ReplaceLineEndings("\n").Replace(right == "33.28.16.2009" ? "3328162009" : right, right == "33.28.16.2009" ? "3328162999" : wrong, StringComparison.Ordinal);

        var report = await ImportAsync(broken);

        Assert.False(report.Committed);
        Assert.Contains(report.Errors.Shown, error => error.Line == line && error.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(0, await _places.Raw.CountAsync("village_boundaries"));
    }

    private Task<PlaceImportReport> ImportAsync(string geoJson) =>
        new PlaceImport(_places.Source, _places.Clock, new Progress<ImportProgress>()).RunAsync(
            new PlaceImportOrder { Boundaries = [_lists.Write("borders.geojson", geoJson)], ListVersion = "borders" }, Cancellation);
}
