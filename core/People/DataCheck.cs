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

    /// <summary>The case for which it was looked up.</summary>
    public long CaseId { get; init; }

    public bool IsListed { get; init; }

    /// <summary>1 (poorest) to 10, 0 = not ranked yet; null when not listed, or listed with an unknown decile.</summary>
    public int? Decile { get; init; }

    /// <summary>The day on which the data was read, in the unit's zone.</summary>
    public DateOnly CheckedOn { get; init; }

    /// <summary>When the result was typed here.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    public long CheckedBy { get; init; }

    /// <summary>The first day on which it must be looked up again.</summary>
    public DateOnly DueAgainOn => CheckedOn.AddMonths(ValidMonths);

    /// <summary>True from that day on.</summary>
    public bool IsOverdue(DateOnly today) => today >= DueAgainOn;
}
