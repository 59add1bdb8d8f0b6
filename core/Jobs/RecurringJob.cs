namespace Puskesos.Core.Jobs;

/// <summary>One line of the timetable: what is called how, and when it runs.</summary>
public sealed record RecurringJob
{
    private RecurringJob(string name, Type type) => (Name, Type) = (name, type);

    /// <summary>The name in the engine's store, in the list of runs and on the officers' page; it outlives a renamed class.</summary>
    public string Name { get; }

    /// <summary>The plain class that does the work, made anew for each run.</summary>
    public Type Type { get; }

    /// <summary>Time from one run to the next; null for a job with a time of day.</summary>
    public TimeSpan? Interval { get; private init; }

    /// <summary>Time of day in <see cref="Zone"/>; null for a job with an interval.</summary>
    public TimeOnly? DailyAt { get; private init; }

    public TimeZoneInfo? Zone { get; private init; }

    /// <summary>The time in words for logs and for noticing a changed timetable.</summary>
    public string When => Interval is { } interval ? $"every {interval:c}" : $"daily {DailyAt:HH\\:mm} {Zone!.Id}";

    public static RecurringJob Every<TJob>(string name, TimeSpan interval)
        where TJob : class, IRecurringJob
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        return new RecurringJob(name, typeof(TJob)) { Interval = interval };
    }

    public static RecurringJob Daily<TJob>(string name, TimeOnly at, TimeZoneInfo zone)
        where TJob : class, IRecurringJob =>
        new(name, typeof(TJob)) { DailyAt = at, Zone = zone };
}
