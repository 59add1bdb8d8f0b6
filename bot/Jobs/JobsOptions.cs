namespace Puskesos.Bot.Jobs;

/// <summary>Which job engine ticks (section <c>Jobs</c>).</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    public const string Quartz = "quartz";

    public const string Hangfire = "hangfire";

    /// <summary>quartz, or hangfire in a build with the real packages.</summary>
    public string Engine { get; set; } = Quartz;

    /// <summary>Whether this build holds Hangfire.</summary>
    public static bool HasHangfire =>
#if UPSTREAM_PACKAGES
        true;
#else
        false;
#endif

    /// <summary>What is wrong with the engine's name; null when nothing is.</summary>
    public static string? Objection(string engine) => engine switch
    {
        Quartz => null,
        Hangfire when HasHangfire => null,
        Hangfire => $"{Section}:{nameof(Engine)} is \"{Hangfire}\", but this build has no Hangfire in it: build with -p:UpstreamPackages=true, or set \"{Quartz}\".",
        _ => $"{Section}:{nameof(Engine)} must be \"{Quartz}\" or \"{Hangfire}\".",
    };
}
