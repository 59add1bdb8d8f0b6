using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.IO;

namespace Puskesos.Core.Places;

/// <summary>The borders of the served villages, found by what lies around a pin.</summary>
internal sealed class BoundaryIndex
{
    private readonly STRtree<Border> _tree = new();

    public BoundaryIndex(IEnumerable<BoundaryRow> rows, PlaceTables tables)
    {
        var reader = new WKBReader();
        foreach (var row in rows)
        {
            if (tables.VillageAt(row.VillageCode) is >= 0 and var village)
            {
                var geometry = reader.Read(row.Geometry);
                _tree.Insert(geometry.EnvelopeInternal, new Border(village, geometry));
                Villages.Add(village);
            }
        }

        if (Villages.Count > 0)
        {
            _tree.Build();
        }
    }

    /// <summary>The villages that have a border.</summary>
    public HashSet<int> Villages { get; } = [];

    /// <summary>The borders whose box touches the square of this half side around the pin.</summary>
    public IList<Border> Around(MapPoint pin, double degrees)
    {
        var square = new Envelope(pin.Longitude - degrees, pin.Longitude + degrees, pin.Latitude - degrees, pin.Latitude + degrees);
        return Villages.Count == 0 ? [] : _tree.Query(square);
    }
}

/// <summary>One village's border.</summary>
internal sealed record Border(int Village, Geometry Geometry)
{
    /// <summary>Metres of one degree of latitude, and of longitude at the equator.</summary>
    private const double MetresPerDegree = 111_195;

    public bool Holds(MapPoint pin) =>
        Geometry.EnvelopeInternal.Contains(pin.Longitude, pin.Latitude)
        && SimplePointInAreaLocator.Locate(new Coordinate(pin.Longitude, pin.Latitude), Geometry) != Location.Exterior;

    /// <summary>Metres from the pin to the nearest piece of the border, on a plane: exact enough for neighbours.</summary>
    public double MetresToBorder(MapPoint pin)
    {
        var scale = Math.Cos(pin.Latitude * Math.PI / 180);
        var nearest = double.PositiveInfinity;
        for (var part = 0; part < Geometry.NumGeometries; part++)
        {
            var ring = ((Polygon)Geometry.GetGeometryN(part)).ExteriorRing.CoordinateSequence;
            for (var at = 1; at < ring.Count; at++)
            {
                nearest = Math.Min(nearest, SquareToPiece(
                    (ring.GetX(at - 1) - pin.Longitude) * scale,
                    ring.GetY(at - 1) - pin.Latitude,
                    (ring.GetX(at) - pin.Longitude) * scale,
                    ring.GetY(at) - pin.Latitude));
            }
        }

        return Math.Sqrt(nearest) * MetresPerDegree;
    }

    private static double SquareToPiece(double fromX, double fromY, double toX, double toY)
    {
        var (alongX, alongY) = (toX - fromX, toY - fromY);
        var square = (alongX * alongX) + (alongY * alongY);
        var share = square == 0 ? 0 : Math.Clamp(-((fromX * alongX) + (fromY * alongY)) / square, 0, 1);
        var (x, y) = (fromX + (share * alongX), fromY + (share * alongY));
        return (x * x) + (y * y);
    }
}
