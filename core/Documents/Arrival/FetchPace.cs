namespace Puskesos.Core.Documents.Arrival;

/// <summary>How often and how long a file is asked for.</summary>
public static class FetchPace
{
    /// <summary>Fetched at the same time by one process: while some are on their way, others are looked at.</summary>
    public const int AtOnce = 4;

    /// <summary>A fetch that takes longer counts as lost and is begun again: 20 MB at 64 kB/s.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    /// <summary>How often to look for new files: turns of other processes ring no bell here.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Waits between tries. The first two are Twilio's (a fresh medium can answer 404 for seconds, CHANNELS §2.6); together about a day.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
    ];

    /// <summary>The wait after so many tries; null = give up.</summary>
    public static TimeSpan? After(int attempts) => attempts >= 1 && attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
