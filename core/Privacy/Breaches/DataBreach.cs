namespace Puskesos.Core.Privacy.Breaches;

/// <summary>Personal data that got into the wrong hands, was lost or altered (insiden data); the persons and the authority are told in writing in time (UU 27/2022, DOMAIN §4.6).</summary>
public sealed class DataBreach
{
    /// <summary>Notice to the persons and to the authority: 3 × 24 hours from the moment it is known (UU 27/2022 art. 46, DOMAIN §4.6).</summary>
    public static readonly TimeSpan TellWithin = TimeSpan.FromHours(72);

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>"I-2611-01": regency's running number of the month.</summary>
    public required string Number { get; init; }

    /// <summary>When somebody here knew of it: the clock runs from then.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>The facts as JSON, sealed: they may name people.</summary>
    public required byte[] Facts { get; set; }

    /// <summary>The day on which the persons were told.</summary>
    public DateOnly? PersonsToldOn { get; set; }

    /// <summary>The day on which the authority was told.</summary>
    public DateOnly? AuthorityToldOn { get; set; }

    public DateTimeOffset RecordedAt { get; init; }

    public long RecordedBy { get; init; }

    /// <summary>The key of the form that wrote it: a form that a weak signal sends twice is kept once.</summary>
    public Guid? OnceKey { get; init; }

    public List<BreachChange> Changes { get; init; } = [];

    /// <summary>By then persons and authority are told.</summary>
    public DateTimeOffset DueAt => FoundAt + TellWithin;

    /// <summary>Somebody has still to be told.</summary>
    public bool IsWaiting => PersonsToldOn is null || AuthorityToldOn is null;

    /// <summary>Somebody has still to be told and the time is over.</summary>
    public bool IsLate(DateTimeOffset now) => IsWaiting && now > DueAt;
}

/// <summary>What is known of a breach and what is done about it.</summary>
public sealed record BreachFacts
{
    public const int LongestWords = 4000;

    public const int LongestLine = 300;

    /// <summary>More people than the nation has is a slip of the key.</summary>
    public const int MostPeople = 300_000_000;

    /// <summary>What happened and how.</summary>
    public required string What { get; init; }

    /// <summary>When it happened, as far as known.</summary>
    public string? Happened { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Which data of people.</summary>
    public required string Data { get; init; }

    /// <summary>Of how many people; null = not known yet.</summary>
    public int? People { get; init; }

    /// <summary>What was done and will be done against it.</summary>
    public required string Measures { get; init; }

    public DateOnly? PersonsToldOn { get; init; }

    /// <summary>How the persons were told.</summary>
    public string? PersonsTold { get; init; }

    public DateOnly? AuthorityToldOn { get; init; }

    /// <summary>Number of the letter to the authority.</summary>
    public string? AuthorityTold { get; init; }

    /// <summary>Whether and how the public was told, or why not.</summary>
    public string? PublicTold { get; init; }

    /// <summary>Everything that must be said is said and nothing is too long.</summary>
    public bool Fits =>
        IsText(What, LongestWords) && IsText(Data, LongestWords) && IsText(Measures, LongestWords) && People is null or (>= 0 and <= MostPeople)
        && IsLine(Happened) && IsLine(PersonsTold) && IsLine(AuthorityTold) && IsLine(PublicTold);

    private static bool IsText(string words, int most) => words.Trim().Length > 0 && words.Length <= most;

    private static bool IsLine(string? words) => words is null or { Length: <= LongestLine };
}

/// <summary>One of the facts. Stored by name.</summary>
public enum BreachFact
{
    What,
    Happened,
    FoundAt,
    Data,
    People,
    Measures,
    PersonsToldOn,
    PersonsTold,
    AuthorityToldOn,
    AuthorityTold,
    PublicTold,
}

/// <summary>A change of one fact: who, when, before and after. Only appended.</summary>
public sealed class BreachChange
{
    public long Id { get; init; }

    public long BreachId { get; init; }

    public DateTimeOffset At { get; init; }

    public long OfficerId { get; init; }

    public BreachFact Fact { get; init; }

    /// <summary>Sealed; null when nothing was said before.</summary>
    public byte[]? Before { get; init; }

    /// <summary>Sealed; null when it says nothing from then on.</summary>
    public byte[]? After { get; init; }
}
