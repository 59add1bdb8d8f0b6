namespace Puskesos.Core.People;

/// <summary>What an officer read about a person in the aid data (DTSEN): stored with date and checker (DOMAIN §2 F20).</summary>
public sealed class DataCheck
{
    /// <summary>The data is renewed every three months (DOMAIN §4.1): an older check is overdue.</summary>
    public const int ValidMonths = 3;

    /// <summary>Highest decile; 0 = listed but not ranked yet.</summary>
    public const int HighestDecile = 10;

    public long Id { get; init; }

    public long ResidentId { get; init; }

    public long CaseId { get; init; }

    public bool IsListed { get; init; }

    /// <summary>1 (poorest) to 10, 0 = not ranked yet; null when not listed.</summary>
    public int? Decile { get; init; }

    public DateTimeOffset CheckedAt { get; init; }

    public long CheckedBy { get; init; }

    /// <summary>When it must be looked up again.</summary>
    public DateTimeOffset DueAgainAt => CheckedAt.AddMonths(ValidMonths);
}
