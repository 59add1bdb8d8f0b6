using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Puskesos.Core.Places.Import;

/// <summary>One village's border as a list gives it.</summary>
public sealed record BoundaryListRow(string VillageCode, Geometry Geometry, int Line);

/// <summary>Reads village borders from GeoJSON: polygons and multi-polygons in WGS84 degrees with a code among their properties.</summary>
public sealed class BoundaryReader(ImportErrors errors)
{
    private static readonly string[] CodeProperties =
        ["code", "kode", "village_code", "kode_desa", "kode_kelurahan", "kode_wilayah", "kdepum", "iddesa", "id"];

    private static readonly GeometryFactory Shapes = new(new PrecisionModel(), srid: 4326);

    public IEnumerable<BoundaryListRow> Read(string path)
    {
        var file = Path.GetFileName(path);
        using var stream = ListFile.Open(path);
        var features = new GeoJsonFeatures(stream);
        while (NextOf(features, file) is { } feature)
        {
            using (feature)
            {
                if (ReadFeature(feature.RootElement, file, features.Line) is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    private JsonDocument? NextOf(GeoJsonFeatures features, string file)
    {
        try
        {
            return features.Next();
        }
        catch (JsonException broken)
        {
            errors.Add(file, (int)(broken.LineNumber ?? 0) + 1, "this is no GeoJSON feature collection");
            return null;
        }
    }

    private BoundaryListRow? ReadFeature(JsonElement feature, string file, int line)
    {
        var written = CodeOf(feature);
        var code = written is null ? null : PlaceCode.Normalise(written);
        if (code is null || !PlaceCode.IsVillage(code))
        {
            errors.Add(file, line, $"the feature has no village code: '{written}'");
            return null;
        }

        try
        {
            if (ShapeOf(feature) is { IsEmpty: false } shape && AreaOf(shape) is { } area)
            {
                return new BoundaryListRow(code, area, line);
            }
        }
        catch (OffTheMapException)
        {
            errors.Add(file, line, $"{code} has a border outside Indonesia; longitude comes before latitude");
            return null;
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // Rings that are not closed or coordinates that are no numbers: told below with the village.
        }

        errors.Add(file, line, $"{code} has no polygon with closed rings");
        return null;
    }

    /// <summary>A crossed ring is untangled; what has no area afterwards is no village.</summary>
    private static Geometry? AreaOf(Geometry shape)
    {
        var sound = shape.IsValid ? shape : GeometryFixer.Fix(shape);
        return sound is IPolygonal && !sound.IsEmpty ? sound : null;
    }

    private static string? CodeOf(JsonElement feature)
    {
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var byName = properties.EnumerateObject()
            .Where(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .GroupBy(property => property.Name.ToLowerInvariant())
            .ToDictionary(group => group.Key, group => group.First().Value.ToString());
        return CodeProperties.Select(name => byName.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);
    }

    private static Geometry? ShapeOf(JsonElement feature)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => PolygonOf(coordinates),
            "MultiPolygon" => Shapes.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(PolygonOf)]),
            _ => null,
        };
    }

    private static Polygon PolygonOf(JsonElement rings)
    {
        var shapes = rings.EnumerateArray().Select(RingOf).ToArray();
        return shapes.Length == 0 ? Shapes.CreatePolygon() : Shapes.CreatePolygon(shapes[0], shapes[1..]);
    }

    private static LinearRing RingOf(JsonElement positions)
    {
        var points = new Coordinate[positions.GetArrayLength()];
        var at = 0;
        foreach (var position in positions.EnumerateArray())
        {
            var point = new Coordinate(position[0].GetDouble(), position[1].GetDouble());
            if (!IndonesiaBox.Holds(new MapPoint(point.Y, point.X)))
            {
                throw new OffTheMapException();
            }

            points[at++] = point;
        }

        return Shapes.CreateLinearRing(points);
    }

    private sealed class OffTheMapException : Exception;
}
