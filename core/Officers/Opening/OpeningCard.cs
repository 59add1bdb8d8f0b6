namespace Puskesos.Core.Officers.Opening;

/// <summary>What a new unit tells about itself.</summary>
public sealed record OpeningCard(string Name, string? Address, string? Phone, bool AcceptsNeighbours)
{
    public const int LongestName = 100;
    public const int LongestAddress = 300;
    public const int LongestPhone = 40;

    /// <summary>A name, an address to come to, and nothing too long.</summary>
    public bool Fits => Name.Length is > 0 and <= LongestName && Address is { Length: > 0 and <= LongestAddress } && Phone is null or { Length: <= LongestPhone };
}

/// <summary>A place that has no unit yet.</summary>
public sealed record FreeArea(string Code, string Name, string SubDistrict);
