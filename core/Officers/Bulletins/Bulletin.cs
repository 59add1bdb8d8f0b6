namespace Puskesos.Core.Officers.Bulletins;

/// <summary>News for the officers of a regency or sub-district: rules that changed, what to do now (DOMAIN F23).</summary>
public sealed class Bulletin
{
    public const int LongestTitle = 120;

    /// <summary>Two screens of a phone: longer news is a letter.</summary>
    public const int LongestWords = 3000;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>For whom: the regency's code or a sub-district's.</summary>
    public required string AreaCode { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public long PublishedBy { get; init; }

    /// <summary>It holds no more and need not be read.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>An officer has read a bulletin.</summary>
public sealed class BulletinRead
{
    public long BulletinId { get; init; }

    public long OfficerId { get; init; }

    public DateTimeOffset ReadAt { get; init; }
}
