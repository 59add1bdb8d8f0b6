namespace Puskesos.Core.Cases.Rights;

/// <summary>What somebody asks of the own data (hak warga, UU 27/2022). Stored by number: never renumber.</summary>
public enum RightsKind
{
    /// <summary>To see it, as a copy.</summary>
    Access = 1,

    Correction = 2,

    Erasure = 3,

    /// <summary>The consent is taken back: the service stops using the data.</summary>
    Withdrawal = 4,

    /// <summary>Against a use of it.</summary>
    Objection = 5,
}

/// <summary>How a request reached the service. Stored by number: never renumber.</summary>
public enum RightsSource
{
    Chat = 1,
    Letter = 2,
    Visit = 3,
}

/// <summary>How a request ended. Stored by number: never renumber.</summary>
public enum RightsOutcome
{
    Granted = 1,
    Partly = 2,
    Refused = 3,
    TakenBack = 4,
}

/// <summary>A request of a resident about the own data; the data-protection officer answers it within the time of the law (DOMAIN §3, §4.6).</summary>
public sealed class RightsRequest
{
    /// <summary>Access, correction and the stop after a withdrawal: 3 × 24 hours (UU 27/2022, DOMAIN §4.6).</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(72);

    public const int LongestName = 200;

    public const int LongestContact = 200;

    public const int LongestWords = 2000;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>"H-2611-003": regency's running number of the month; says nothing of the person.</summary>
    public required string Number { get; init; }

    public RightsKind Kind { get; init; }

    public RightsSource Source { get; init; }

    /// <summary>Whose data it is; null while nobody has found the person.</summary>
    public long? ResidentId { get; set; }

    /// <summary>The chat in which it was asked; null for a letter or a visit.</summary>
    public long? ConversationId { get; init; }

    /// <summary>Who came or wrote, sealed; null in a chat, whose person is known.</summary>
    public byte[]? Name { get; set; }

    /// <summary>Where the answer goes, sealed: a number or an address.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>What exactly is asked, sealed.</summary>
    public byte[]? Words { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>By then it is answered.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Who wrote it down; null when the resident did so in the chat.</summary>
    public long? RecordedBy { get; init; }

    /// <summary>Since when it is sure that the data is this person's own.</summary>
    public DateTimeOffset? IdentityCheckedAt { get; set; }

    /// <summary>Since when the erasure is under way.</summary>
    public DateTimeOffset? ErasureStartedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who closed it; null when the erasure itself did.</summary>
    public long? ClosedBy { get; set; }

    public RightsOutcome? Outcome { get; set; }

    /// <summary>The key of the form that wrote it: a form that a weak signal sends twice is kept once.</summary>
    public Guid? OnceKey { get; init; }

    public List<RightsEvent> Events { get; init; } = [];

    /// <summary>Whether the time to answer is over and nobody has.</summary>
    public bool IsLate(DateTimeOffset now) => ClosedAt is null && now > DueAt;
}

/// <summary>What was done with a request. Stored by number: never renumber.</summary>
public enum RightsStep
{
    Received = 1,
    Noted = 2,

    /// <summary>The person was found among the residents.</summary>
    Found = 3,
    IdentityChecked = 4,

    /// <summary>The copy of the person's data was opened for print.</summary>
    Copied = 5,
    Corrected = 6,
    ErasureStarted = 7,
    Erased = 8,
    Closed = 9,
}

/// <summary>One line of a request's history. Only appended.</summary>
public sealed class RightsEvent
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public DateTimeOffset At { get; init; }

    public RightsStep Step { get; init; }

    /// <summary>Null for the resident and the system.</summary>
    public long? OfficerId { get; init; }

    /// <summary>A note, how the identity was checked, the answer; sealed.</summary>
    public byte[]? Words { get; init; }
}
