namespace Puskesos.Core.Jobs;

/// <summary>A line of the timetable as the bot wrote it down for the officers' page, which never sees the job engine.</summary>
public sealed class ScheduledJob
{
    public required string Name { get; init; }

    /// <summary>Time from one run to the next; null for a job with a time of day.</summary>
    public TimeSpan? Interval { get; set; }

    public TimeOnly? DailyAt { get; set; }

    /// <summary>The zone of <see cref="DailyAt"/>.</summary>
    public string? ZoneId { get; set; }

    /// <summary>About when it runs next, after its last start or from now on.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset? lastStart, DateTimeOffset now)
    {
        if (Interval is { } interval) return lastStart is { } last && last + interval > now ? last + interval : now;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId ?? "UTC");
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var at = DateOnly.FromDateTime(local.DateTime).AddDays(TimeOnly.FromDateTime(local.DateTime) < DailyAt ? 0 : 1).ToDateTime(DailyAt ?? TimeOnly.MinValue);
        return new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime();
    }
}
