namespace Puskesos.Core.Documents.Arrival;

/// <summary>How often and how long a file is asked for.</summary>
public static class FetchPace
{
    /// <summary>Fetched at the same time by one process: while some are on their way, others are looked at.</summary>
    public const int AtOnce = 4;

    /// <summary>A process that was killed gives its files back by then, and another one begins them again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>How often a process says that it still works on its files.</summary>
    public static readonly TimeSpan Renewal = Lease / 3;

    /// <summary>Longest that a provider may take to hand a file over: 20 MB at 64 kB/s.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5.5);

    /// <summary>A provider that sends nothing for so long has lost the line, also in the middle of a file: no client's own limit covers that.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    /// <summary>How often to look for new files: turns of other processes ring no bell here.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Waits between tries. The first two are Twilio's (a fresh medium can answer 404 for seconds, CHANNELS §2.6); together about a day.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
    ];

    /// <summary>A document store that is away stays at this many tries, so every 20 minutes and without end: the file is safe at the provider, and its sender has done nothing wrong.</summary>
    public const int MostForOurs = 6;

    /// <summary>The wait after so many tries; null = give up.</summary>
    public static TimeSpan? After(int attempts) => attempts >= 1 && attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
