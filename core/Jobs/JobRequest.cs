namespace Puskesos.Core.Jobs;

/// <summary>An officer's wish to run a job now; the bot takes it up within seconds.</summary>
public sealed class JobRequest
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The officer who asked.</summary>
    public long RequestedBy { get; init; }

    /// <summary>When the bot handed it to the job engine.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>True when no job of that name is in the timetable.</summary>
    public bool Refused { get; set; }
}
