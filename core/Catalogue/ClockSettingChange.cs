namespace Puskesos.Core.Catalogue;

/// <summary>A change of a regency's own limit: who, when, from what, to what and why. Only appended.</summary>
public sealed class ClockSettingChange
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The category; null for all of the regency.</summary>
    public string? CategoryCode { get; init; }

    /// <summary>Which limit.</summary>
    public required string Name { get; init; }

    /// <summary>Its own numbers before; null when the standard applied.</summary>
    public int[]? Before { get; init; }

    /// <summary>Its numbers from then on; null = the standard again.</summary>
    public int[]? After { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The officer of the Dinsos who changed it.</summary>
    public long ChangedBy { get; init; }
}
