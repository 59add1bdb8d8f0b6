namespace Puskesos.Core.Cases.Obstacles;

/// <summary>What hinders an officer (kendala petugas). Stored by number: never renumber.</summary>
public enum ObstacleKind
{
    Application = 1,
    Rules = 2,
    Agency = 3,
    Equipment = 4,
    Money = 5,
    Staff = 6,
    Safety = 7,
    Other = 8,
}

/// <summary>An obstacle that an officer reported, with what Dinsos does about it (DOMAIN F22).</summary>
public sealed class Obstacle
{
    public const int LongestWords = 1000;

    public const int LongestOwner = 80;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public required string UnitCode { get; init; }

    public ObstacleKind Kind { get; init; }

    /// <summary>What hinders, sealed.</summary>
    public required byte[] Words { get; init; }

    /// <summary>The case in which it showed; null for none.</summary>
    public long? CaseId { get; init; }

    public DateTimeOffset ReportedAt { get; init; }

    public long ReportedBy { get; init; }

    /// <summary>What is done about it, sealed; null while nobody answered.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>Who does it: an office or a person.</summary>
    public string? Owner { get; set; }

    /// <summary>Until when.</summary>
    public DateOnly? DueOn { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public long? AnsweredBy { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public long? ClosedBy { get; set; }
}
