using System.Text;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class GeoJsonFeaturesTests : IDisposable
{
    private readonly TemporaryLists _lists = new();

    public void Dispose() => _lists.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(40_000)]
    public void Features_larger_than_the_buffer_are_read_whole(int points)
    {
        var ring = string.Join(',', Enumerable.Range(0, points).Select(at => FormattableString.Invariant($"[{109 + (Math.Cos(at * 2 * Math.PI / points) / 100)},{-6.9 + (Math.Sin(at * 2 * Math.PI / points) / 100)}]")));
        var square = "[109,-7],[109.1,-7],[109.1,-6.9],[109,-7]";
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (var village = 2001; village < 2004; village++)
        {
            var closed = points == 1 ? square : $"{ring},{ring[..(ring.IndexOf(']', StringComparison.Ordinal) + 1)]}";
            text.Append(FormattableString.Invariant($"{(village > 2001 ? ",\n" : "")}{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{closed}]]}},\"properties\":{{\"code\":\"33.28.16.{village}\"}}}}"));
        }

        var errors = new ImportErrors();
        var rows = new BoundaryReader(errors).Read(_lists.Write("big.geojson", text.Append("\n]}").ToString())).ToList();

        Assert.Empty(errors.Shown);
        Assert.Equal(["33.28.16.2001", "33.28.16.2002", "33.28.16.2003"], rows.Select(row => row.VillageCode));
        Assert.Equal([2, 3, 4], rows.Select(row => row.Line));
        Assert.All(rows, row => Assert.True(row.Geometry.NumPoints >= points));
    }
}
