namespace Puskesos.Core.Places;

/// <summary>Another name by which people mean a village: taught by an officer, or its spelling in an earlier list.</summary>
public sealed class VillageAlias
{
    public long Id { get; init; }

    public required string VillageCode { get; init; }

    public required string Alias { get; set; }

    public AliasOrigin Origin { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Where another name of a village comes from.</summary>
public enum AliasOrigin
{
    EarlierSpelling,
    TaughtByOfficer,
}
