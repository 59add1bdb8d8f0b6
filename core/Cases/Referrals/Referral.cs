namespace Puskesos.Core.Cases.Referrals;

/// <summary>Where a referral stands (DOMAIN §6: DIRUJUK with terkirim, diterima, diproses; §3 form B). Stored by number: never renumber.</summary>
public enum ReferralState
{
    /// <summary>Waits for the TKSK.</summary>
    Proposed = 0,

    /// <summary>The TKSK sent it back with a note.</summary>
    SentBack = 1,

    /// <summary>terkirim.</summary>
    Sent = 2,

    /// <summary>diterima: the agency has it.</summary>
    Received = 3,

    /// <summary>diproses.</summary>
    InProgress = 4,

    /// <summary>The agency answered.</summary>
    Answered = 5,

    /// <summary>dikembalikan: the agency does not take it.</summary>
    Returned = 6,

    /// <summary>Taken back by its author.</summary>
    Withdrawn = 7,
}

/// <summary>To whom residents are referred (DOMAIN §2 F15). Stored by number: never renumber.</summary>
public enum AgencyKind
{
    Dinsos = 1,
    HealthFacility = 2,
    School = 3,
    CivilRegistry = 4,
    Bank = 5,
    HealthInsurance = 6,
    WomenAndChildren = 7,
    CareHome = 8,
    Police = 9,
    Other = 10,

    /// <summary>The PKH companions and their coordinator: officers of the service themselves, who see what is referred to them (DOMAIN §2 F06).</summary>
    PkhCompanion = 11,
}

/// <summary>A referral to another agency, as an object of its own with every date (form B).</summary>
public sealed class Referral
{
    /// <summary>Length of an agency's name in the database.</summary>
    public const int LongestAgency = 120;

    public long Id { get; init; }

    public long CaseId { get; init; }

    /// <summary>The need that is referred; null for every need of the case.</summary>
    public int? ItemNumber { get; init; }

    /// <summary>Number of the letter: <c>014/RJK/3328162007/XI/2026</c>, running per area and year.</summary>
    public required string Number { get; init; }

    public ReferralState State { get; set; }

    public AgencyKind Kind { get; set; }

    public required string Agency { get; set; }

    /// <summary>Outside the regency only the SLRT manager sends it.</summary>
    public bool IsOutside { get; set; }

    /// <summary>What the case is about, sealed.</summary>
    public required byte[] Summary { get; set; }

    /// <summary>What was found when it was examined, sealed.</summary>
    public byte[]? Findings { get; set; }

    /// <summary>The service asked for, sealed.</summary>
    public required byte[] Request { get; set; }

    public long ProposedBy { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public long? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>Why the TKSK sent it back, sealed.</summary>
    public byte[]? ReviewNote { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the agency should have answered.</summary>
    public DateTimeOffset? AnswerDueAt { get; set; }

    public DateTimeOffset? ReceivedAt { get; set; }

    public DateTimeOffset? InProgressAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>When the desk last asked the agency.</summary>
    public DateTimeOffset? AskedAgainAt { get; set; }

    /// <summary>What the agency said, sealed.</summary>
    public byte[]? Feedback { get; set; }

    public bool IsOutsideNow => State is ReferralState.Sent or ReferralState.Received or ReferralState.InProgress or ReferralState.Answered;
}

/// <summary>Form B as an officer fills it in, and the decision of the TKSK about target and date.</summary>
public sealed record ReferralForm
{
    public AgencyKind Kind { get; init; } = AgencyKind.Dinsos;

    public string? Agency { get; init; }

    public string? Summary { get; init; }

    public string? Findings { get; init; }

    public string? Request { get; init; }

    public bool IsOutside { get; init; }

    /// <summary>The day by which the agency should answer; needed when it is sent.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    /// <summary>Target, what it is about and what is asked for must be told.</summary>
    public bool IsComplete => HasAgency && !string.IsNullOrWhiteSpace(Summary) && !string.IsNullOrWhiteSpace(Request) && Fits(Summary) && Fits(Findings) && Fits(Request);

    public bool HasAgency => !string.IsNullOrWhiteSpace(Agency) && Agency.Trim().Length <= Referral.LongestAgency;

    private static bool Fits(string? words) => words is not { Length: > Moves.MoveRequest.LongestWords };
}
