namespace Puskesos.Core.Cases;

/// <summary>How closely a case is kept (DOMAIN §9).</summary>
public enum Secrecy
{
    /// <summary>S0: ordinary.</summary>
    Ordinary,

    /// <summary>S2 rahasia: hidden from the village head, from list search and from other phones.</summary>
    Confidential,

    /// <summary>S1 sangat rahasia: named persons only, no automatic status text.</summary>
    Secret,
}

/// <summary>For whom the reporter speaks.</summary>
public enum ForWhom
{
    Self,
    Household,
    Other,
}

/// <summary>What the person helped says to a case that somebody else filed.</summary>
public enum HelpedConsent
{
    NotNeeded,
    Pending,
    Given,
    Refused,

    /// <summary>Cannot be asked; the reporter gave the reason.</summary>
    CannotBeAsked,
}

/// <summary>A complaint that was filed: its ticket, who told it, where it belongs, and how it stands.</summary>
public sealed class Case
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The number that people know, <c>TGL-2611-0042-7</c>; see <see cref="Ticket"/>.</summary>
    public required string Ticket { get; init; }

    /// <summary>The four digits of the receipt by which the status can be read from any phone, sealed.</summary>
    public required byte[] CheckCode { get; init; }

    public Messaging.Channel Channel { get; init; }

    public long ReporterId { get; init; }

    /// <summary>The reporter's chat; null for a walk-in without a phone.</summary>
    public long? ConversationId { get; set; }

    public ForWhom ForWhom { get; init; }

    /// <summary>The person helped when it is not the reporter.</summary>
    public long? HelpedId { get; init; }

    public long? HelpedConversationId { get; set; }

    public HelpedConsent HelpedConsent { get; set; }

    /// <summary>Why the person helped cannot be asked, in the reporter's words.</summary>
    public string? HelpedReason { get; init; }

    /// <summary>What the reporter is to the person helped ("ketua RT 03", "kader", "fasilitator"), when a helper filed it.</summary>
    public string? HelperRole { get; init; }

    /// <summary>Where the person helped lives; the regency's code when an emergency did not say where.</summary>
    public required string VillageCode { get; init; }

    public required string UnitCode { get; set; }

    /// <summary>The rule by which the unit was found (CONTRACT §5 route).</summary>
    public required string RouteRule { get; set; }

    /// <summary>The officer who acts; null until somebody takes it.</summary>
    public long? OwnerId { get; set; }

    public CaseStatus Status { get; set; }

    public Secrecy Secrecy { get; set; }

    public bool IsEmergency { get; init; }

    /// <summary>Of which PPKS kind the person helped is, 1 to 26, when an officer noted it (DOMAIN §4.4).</summary>
    public int? PpksKind { get; set; }

    /// <summary>The resident's own words, NIK and KK masked.</summary>
    public required string Story { get; set; }

    /// <summary>Where the house is, in the resident's words.</summary>
    public string? AddressNote { get; set; }

    /// <summary>The pin, sealed; shown coarsened to officers who do not visit.</summary>
    public byte[]? PinCipher { get; set; }

    /// <summary>What was understood beside the need (since when, amounts), as JSON without personal data.</summary>
    public string? Facts { get; init; }

    public DateTimeOffset FiledAt { get; init; }

    /// <summary>When the first check, later the handling, is due.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Working time that was left when the clock began to rest; null while it runs.</summary>
    public TimeSpan? ClockLeft { get; set; }

    public DateTimeOffset? FirstCheckedAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When the resident last heard of this case, or would have, had he or she not stopped notices or blocked the chat.</summary>
    public DateTimeOffset LastToldAt { get; set; }

    /// <summary>The case into which this one was merged, while it is a duplicate.</summary>
    public long? MergedIntoId { get; set; }

    public int ReopenedCount { get; set; }

    public int EscalationLevel { get; set; }

    /// <summary>1 to 4, given by the resident.</summary>
    public int? Rating { get; set; }

    public string? Suggestion { get; set; }

    /// <summary>True for the operator's self-check: in no report, no reminder.</summary>
    public bool IsTest { get; init; }

    /// <summary>Changes with every write: two officers cannot overwrite each other.</summary>
    public uint Version { get; init; }

    public List<CaseItem> Items { get; init; } = [];

    public List<CaseEvent> Events { get; init; } = [];

    public List<Referrals.Referral> Referrals { get; init; } = [];

    /// <summary>The chats that hear of this case: the reporter's, and that of the person helped once he or she agreed.</summary>
    public IEnumerable<long> Chats() =>
        new[] { ConversationId, HelpedConsent == HelpedConsent.Given ? HelpedConversationId : null }.OfType<long>().Distinct();

    /// <summary>The least advanced of the items is what the case shows.</summary>
    public void ShowLeastAdvanced() =>
        Status = Items.Select(item => item.Status).Order().First();
}
