namespace Puskesos.Core.Jobs;

/// <summary>One run of a recurring job, as the officers' page shows it.</summary>
public sealed class JobRun
{
    /// <summary>Length of <see cref="Summary"/> in the database.</summary>
    public const int LongestSummary = 300;

    public long Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever when its process died.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public JobOutcome Outcome { get; set; }

    /// <summary>Kind of the error that ended it, never its text.</summary>
    public string? ErrorKind { get; set; }

    /// <summary>What it did, in numbers, where the job says so.</summary>
    public string? Summary { get; set; }

    /// <summary>How long it ran, by a clock that nobody sets.</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>Host and process that ran it.</summary>
    public required string Instance { get; init; }
}

/// <summary>How a run ended.</summary>
public enum JobOutcome
{
    /// <summary>Not ended yet.</summary>
    Running,

    /// <summary>Ended by itself.</summary>
    Done,

    /// <summary>Ended by an error; the next run tries again.</summary>
    Failed,

    /// <summary>Ended because the process was told to stop.</summary>
    Stopped,

    /// <summary>Never heard of again: its process died.</summary>
    Lost,
}
