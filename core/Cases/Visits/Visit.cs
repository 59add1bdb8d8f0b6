namespace Puskesos.Core.Cases.Visits;

/// <summary>A visit at the resident's home: planned, agreed or wished otherwise, done or missed (DOMAIN §6 KUNJUNGAN, form C of §3).</summary>
public sealed class Visit
{
    public long Id { get; init; }

    public long CaseId { get; init; }

    /// <summary>The need it is for; null for every need of the case.</summary>
    public int? ItemNumber { get; init; }

    /// <summary>Who goes there.</summary>
    public long FasilitatorId { get; init; }

    public long PlannedBy { get; init; }

    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>When the visit begins.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>The resident answered "Bisa": the handling clock rests until the visit.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>The day that the resident wishes instead, in the resident's words, sealed.</summary>
    public byte[]? WishedDay { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The day passed and nobody reported a visit.</summary>
    public DateTimeOffset? MissedAt { get; set; }

    /// <summary>Replaced by another plan or taken back.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Form C as JSON, sealed.</summary>
    public byte[]? Form { get; set; }

    public bool IsAhead => DoneAt is null && CancelledAt is null;
}

/// <summary>When and by whom a home is to be visited.</summary>
public sealed record VisitPlan(DateTimeOffset StartsAt, long FasilitatorId);

/// <summary>Form C: what was found at the home (DOMAIN §3).</summary>
public sealed record VisitForm
{
    /// <summary>Longest answer of the form.</summary>
    public const int LongestAnswer = 500;

    /// <summary>Who opened the door.</summary>
    public string? Met { get; init; }

    public string? Roof { get; init; }

    public string? Floor { get; init; }

    public string? Walls { get; init; }

    public string? Toilet { get; init; }

    public int? People { get; init; }

    public string? Work { get; init; }

    /// <summary>What comes in a month, as told.</summary>
    public string? Income { get; init; }

    public string? Assets { get; init; }

    /// <summary>Programmes already received.</summary>
    public string? Programmes { get; init; }

    /// <summary>What the visitor advises.</summary>
    public string? Advice { get; init; }

    /// <summary>Whom was met and what is advised must be told; the rest may stay open.</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(Met) && !string.IsNullOrWhiteSpace(Advice) && Answers.All(answer => answer is not { Length: > LongestAnswer });

    private IEnumerable<string?> Answers => [Met, Roof, Floor, Walls, Toilet, Work, Income, Assets, Programmes, Advice];
}
