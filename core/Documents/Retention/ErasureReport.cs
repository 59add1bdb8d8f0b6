namespace Puskesos.Core.Documents.Retention;

/// <summary>What one run of retention erased of one regency, by reason; kept as long as the record of views, because the data-protection officer answers for it.</summary>
public sealed class ErasureReport
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>When the run ended.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Files of cases closed long enough ago.</summary>
    public int ClosedCases { get; init; }

    /// <summary>Files of complaints that were never sent.</summary>
    public int UnfinishedTalks { get; init; }

    /// <summary>Files of people who asked for erasure.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Files of S1 cases whose time would be over: kept until the agencies' process has ended.</summary>
    public int KeptSecret { get; init; }
}
