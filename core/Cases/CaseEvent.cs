namespace Puskesos.Core.Cases;

/// <summary>What happened to a case.</summary>
public enum CaseEventKind
{
    Filed,
    Moved,
    Taken,
    Routed,

    /// <summary>The resident wrote or sent a file.</summary>
    ResidentWrote,

    /// <summary>An officer wrote to the resident.</summary>
    OfficerWrote,
    Note,
    DocumentArrived,
    Reminded,
    Escalated,
    Consent,
    Rated,
    Viewed,
    Undone,
    Merged,

    /// <summary>A message to the resident did not arrive.</summary>
    Unreached,

    /// <summary>A refusal was proposed; the resident is not told yet.</summary>
    RefusalProposed,

    /// <summary>The proposed refusal came back with a note.</summary>
    RefusalReturned,

    /// <summary>Another unit or officer has it.</summary>
    Transferred,

    /// <summary>The agency acknowledged, works on it or answered.</summary>
    ReferralHeard,

    /// <summary>The resident agreed to a visit or wishes another day.</summary>
    VisitAnswered,

    /// <summary>A masked number was shown in full, with a reason.</summary>
    Revealed,

    /// <summary>An officer said what a file shows.</summary>
    PaperNamed,

    /// <summary>The person was looked up in the aid data (DTSEN).</summary>
    DataChecked,
}

/// <summary>One line of a case's history. History is only appended: the database refuses to change or delete a line.</summary>
public sealed class CaseEvent
{
    private const string MarkedStates = "('PERLU_BERKAS', 'TELAAH_RUJUKAN', 'DIRUJUK', 'KUNJUNGAN', 'DITOLAK', 'DIBUKA_LAGI', 'DIKONFIRMASI')";

    /// <summary>Condition in SQL: a move into or out of a state whose comings and goings the evaluation report counts (DOMAIN §8); most moves are none.</summary>
    public const string MarkedMoves = $"kind = 'Moved' and (from_status in {MarkedStates} or to_status in {MarkedStates})";

    public long Id { get; init; }

    public long CaseId { get; init; }

    /// <summary>The need it concerns; null for the whole case.</summary>
    public int? ItemNumber { get; init; }

    public DateTimeOffset At { get; init; }

    public CaseEventKind Kind { get; init; }

    public CaseStatus? FromStatus { get; init; }

    public CaseStatus? ToStatus { get; init; }

    /// <summary>The officer who did it; null for the resident and the system.</summary>
    public long? OfficerId { get; init; }

    /// <summary><c>resident</c>, <c>system</c> or the officer's role code.</summary>
    public required string ActorRole { get; init; }

    /// <summary>Words of the event for people, sealed: a note, a question, a reason, the resident's message.</summary>
    public byte[]? Words { get; init; }

    /// <summary>What the event set and how it was before, as JSON without personal data; undo reads it.</summary>
    public string? Details { get; init; }

    /// <summary>The outbox row by which the resident was told, when the event is visible.</summary>
    public long? OutboxId { get; set; }

    public long? InboxId { get; init; }

    public long? DocumentId { get; init; }

    /// <summary>The key of the form that wrote it: a form that a weak signal sends twice is kept once.</summary>
    public Guid? OnceKey { get; init; }
}
