namespace Puskesos.Core.Cases.Referrals;

/// <summary>An agency of a regency's address book: whom to refer to, and how to reach it.</summary>
public sealed class Agency
{
    public const int LongestPhone = 60;
    public const int LongestHours = 120;
    public const int LongestAddress = 200;
    public const int LongestNote = 300;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public AgencyKind Kind { get; set; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    public string? Hours { get; set; }

    public string? Address { get; set; }

    /// <summary>For officers: what to bring, which counter.</summary>
    public string? Note { get; set; }

    /// <summary>Outside the regency: only the SLRT manager sends there.</summary>
    public bool IsOutside { get; set; }

    /// <summary>False = no longer offered.</summary>
    public bool IsActive { get; set; } = true;

    public DateTimeOffset ChangedAt { get; set; }

    public long ChangedBy { get; set; }
}
