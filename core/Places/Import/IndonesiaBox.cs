namespace Puskesos.Core.Places.Import;

/// <summary>Where a point of a list may lie: between Rote and Weh, Aceh and Merauke. One outside has its columns swapped or a wrong sign.</summary>
internal static class IndonesiaBox
{
    private const double South = -11.2;
    private const double North = 6.3;
    private const double West = 94.5;
    private const double East = 141.5;

    public static bool Holds(MapPoint point) => point.Latitude is >= South and <= North && point.Longitude is >= West and <= East;
}
