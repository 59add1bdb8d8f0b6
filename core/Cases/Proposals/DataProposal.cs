namespace Puskesos.Core.Cases.Proposals;

/// <summary>What is proposed for the data of the ministry (usulan DTSEN). Stored by number: never renumber.</summary>
public enum ProposalKind
{
    /// <summary>A family that is not in the data.</summary>
    NewFamily = 1,

    /// <summary>Members, address or circumstances changed.</summary>
    Change = 2,

    /// <summary>A health insurance that was switched off is to be active again.</summary>
    Reactivate = 3,

    /// <summary>Moved away, died, or better off now.</summary>
    Remove = 4,
}

/// <summary>A proposal for the ministry's data that a case led to; typed there by hand and ticked here (DOMAIN F31).</summary>
public sealed class DataProposal
{
    public const int LongestNote = 300;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public long CaseId { get; init; }

    /// <summary>Whose data: the person helped, else the reporter.</summary>
    public long ResidentId { get; init; }

    public required string VillageCode { get; init; }

    public ProposalKind Kind { get; init; }

    /// <summary>What is to change, sealed.</summary>
    public byte[]? Note { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public long ProposedBy { get; init; }

    /// <summary>When it was typed into the ministry's application.</summary>
    public DateTimeOffset? EnteredAt { get; set; }

    public long? EnteredBy { get; set; }

    /// <summary>When the ministry's answer was seen.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public long? AnsweredBy { get; set; }

    /// <summary>Whether the data was changed; null while there is no answer.</summary>
    public bool? WasAccepted { get; set; }
}
