using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Simplify;

namespace Puskesos.Core.Reports;

/// <summary>Draws the villages of an area by their imported borders, the more cases the stronger.</summary>
internal static class BorderMap
{
    private const double Width = 600;

    /// <summary>Bends smaller than this part of the map's width cannot be seen.</summary>
    private const double SmallestBend = 1.0 / 600;

    /// <summary>The map; null when no village of the area has a border.</summary>
    public static string? Draw(IReadOnlyList<VillageCount> villages, string about)
    {
        var reader = new WKBReader();
        var shapes = villages.Where(village => village.Border is not null).Select(village => (Village: village, Shape: reader.Read(village.Border))).ToList();
        if (shapes.Count == 0) return null;
        var extent = new Envelope();
        foreach (var (_, shape) in shapes) extent.ExpandToInclude(shape.EnvelopeInternal);
        // A degree of longitude is shorter than one of latitude; near the equator by hardly a percent.
        var narrowing = Math.Cos(extent.Centre.Y * Math.PI / 180);
        var scale = Width / Math.Max(extent.Width * narrowing, double.Epsilon);
        var most = villages.Max(village => village.Cases.Number);
        var drawing = new Svg();
        foreach (var (village, shape) in shapes)
        {
            var path = Path(DouglasPeuckerSimplifier.Simplify(shape, extent.Width * SmallestBend), point => ((point.X - extent.MinX) * narrowing * scale, (extent.MaxY - point.Y) * scale));
            drawing.Raw(string.Create(CultureInfo.InvariantCulture,
                $"<path d=\"{path}\" class=\"c1\" fill-opacity=\"{ReportCharts.Strength(village.Cases, most):0.##}\" stroke=\"currentColor\" stroke-opacity=\"0.4\" stroke-width=\"0.6\"><title>{Svg.Escape($"{village.Name}: {FigureWords.Of(village.Cases, FigureUnit.Count)}")}</title></path>"));
        }

        return drawing.Scaled(Width, extent.Height * scale, about);
    }

    private static string Path(Geometry shape, Func<Coordinate, (double X, double Y)> place)
    {
        var path = new StringBuilder();
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            if (shape.GetGeometryN(part) is not Polygon polygon) continue;
            Ring(path, polygon.ExteriorRing, place);
            foreach (var hole in polygon.InteriorRings) Ring(path, hole, place);
        }

        return path.ToString();
    }

    private static void Ring(StringBuilder path, LineString ring, Func<Coordinate, (double X, double Y)> place)
    {
        var letter = 'M';
        foreach (var point in ring.Coordinates)
        {
            var (x, y) = place(point);
            path.Append(CultureInfo.InvariantCulture, $"{letter}{x:0.#} {y:0.#}");
            letter = 'L';
        }

        path.Append('Z');
    }
}
