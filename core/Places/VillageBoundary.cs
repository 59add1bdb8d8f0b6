namespace Puskesos.Core.Places;

/// <summary>The border of a village; a pin inside it names the village.</summary>
public sealed class VillageBoundary
{
    public required string VillageCode { get; init; }

    /// <summary>Polygon or multi-polygon in WGS84 degrees, as well-known binary.</summary>
    public required byte[] Geometry { get; set; }

    public string ListVersion { get; set; } = "";
}
