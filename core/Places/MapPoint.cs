namespace Puskesos.Core.Places;

/// <summary>A place on the map in WGS84 degrees. It prints without its figures, so that no pin reaches a log.</summary>
public readonly record struct MapPoint(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the earth, IUGG.</summary>
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Two decimals are about 1.1 km: enough to see the hamlet's side of a village, not the house.</summary>
    private const int CoarseDecimals = 2;

    public bool IsValid => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>The point as officers see it who do not visit the house.</summary>
    public MapPoint Coarse() => new(Math.Round(Latitude, CoarseDecimals), Math.Round(Longitude, CoarseDecimals));

    /// <summary>Distance over ground, as the crow flies.</summary>
    public double MetresTo(MapPoint other)
    {
        var sinLatitude = Math.Sin(Radians(other.Latitude - Latitude) / 2);
        var sinLongitude = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        var chord = (sinLatitude * sinLatitude)
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * sinLongitude * sinLongitude);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    public static MapPoint? From(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? new MapPoint(north, east) : null;

    public override string ToString() => "pin";

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
