namespace Puskesos.Core.Jobs;

/// <summary>A job that leaves a line about what it did in the record of its run: numbers only, nothing of a person.</summary>
public interface ISummarisedJob
{
    /// <summary>The line, once the run has ended; at most <see cref="JobRun.LongestSummary"/> characters.</summary>
    string? Summary { get; }
}
