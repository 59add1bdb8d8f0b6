using Puskesos.Core.Calendar;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>A visit that lies ahead, or whose day has passed without a report.</summary>
/// <param name="VisitId">Its number.</param>
/// <param name="ItemNumber">The need; 0 for the whole case.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="FasilitatorId">Who goes there.</param>
/// <param name="MissedBefore">Earlier visits of the case that nobody reported.</param>
public sealed record VisitTimeline(long VisitId, int ItemNumber, DateTimeOffset PlannedAt, DateTimeOffset StartsAt, long FasilitatorId, int MissedBefore);

/// <summary>The clock of a planned visit: both are reminded the day before and in the morning; missed, it goes up (DOMAIN, section 7).</summary>
internal static class VisitClock
{
    /// <summary>Steps that remind; the later ones say that it was missed, once or again.</summary>
    public const int LastReminder = 2;

    private const int Missed = 3, MissedAgain = 4;
    private static readonly TimeOnly DayBefore = new(15, 0), SameDay = new(7, 30);

    /// <summary>A visit late in the day may be reported so long after its beginning.</summary>
    private static readonly TimeSpan TimeToReport = TimeSpan.FromHours(3);

    public static ClockRun Of(VisitTimeline visit, WorkingTime time)
    {
        var day = time.Zone.DayOf(visit.StartsAt);
        var (eve, morning) = (time.Zone.At(day.AddDays(-1), DayBefore), time.Zone.At(day, SameDay));
        var steps = new List<DueStep>();
        if (eve > visit.PlannedAt) steps.Add(new(1, eve));
        if (morning > visit.PlannedAt && morning < visit.StartsAt) steps.Add(new(2, morning));
        steps.Add(new(visit.MissedBefore == 0 ? Missed : MissedAgain, EndOf(visit, day, time)));
        return new(ClockKind.Visit, visit.ItemNumber, visit.PlannedAt, visit.StartsAt, steps);
    }

    /// <summary>The same day when the office closes, or some hours after a visit in the afternoon or on a free day.</summary>
    private static DateTimeOffset EndOf(VisitTimeline visit, DateOnly day, WorkingTime time)
    {
        var reported = visit.StartsAt + TimeToReport;
        return time.IsWorkingDay(day) && time.ClosingOf(day) > reported ? time.ClosingOf(day) : reported.ToUniversalTime();
    }
}
