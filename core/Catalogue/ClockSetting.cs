namespace Puskesos.Core.Catalogue;

/// <summary>A limit that a regency set for itself or for one of its categories; effective within half a minute, without a restart (DOMAIN §7).</summary>
public sealed class ClockSetting
{
    /// <summary>Working days until a category is finished: one number. The other names are those of the reminders' limits.</summary>
    public const string HandlingDays = "handling-days";

    /// <summary>No limit of ours is longer: a slip of the key must not lose a case for years.</summary>
    public const int Most = 365;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The category; null for all of the regency.</summary>
    public string? CategoryCode { get; init; }

    /// <summary>Which limit.</summary>
    public required string Name { get; init; }

    /// <summary>Its numbers, as many as the limit has.</summary>
    public required int[] Values { get; set; }

    /// <summary>Why, for everybody to read: a disaster, a mass event.</summary>
    public string? Note { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
