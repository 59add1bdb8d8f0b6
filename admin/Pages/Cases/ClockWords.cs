using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Under which heading of the queue a case stands.</summary>
public enum ClockGroup
{
    Late,
    Today,
    Later,
    Paused,
}

/// <summary>A clock in words with a shape: "Lewat 2 jam", "Sisa 1 jam 18 mnt", "Jeda, hari ke-3".</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Text">The words.</param>
public sealed record ClockText(ClockGroup Group, string Text)
{
    /// <summary>The colour role of the style sheet.</summary>
    public string Class => Group switch { ClockGroup.Late => "late", ClockGroup.Today => "soon", _ => "calm" };

    /// <summary>The shape beside the words: colour never speaks alone.</summary>
    public string Icon => Group switch { ClockGroup.Late => "late", ClockGroup.Paused => "pause", _ => "clock" };
}

/// <summary>Says how a case stands in time, in the working hours of its unit.</summary>
public sealed class ClockWords(TimeProvider time)
{
    /// <summary>The words for a due time; null = the clock rests since <paramref name="since"/>.</summary>
    public ClockText Of(DateTimeOffset? due, DateTimeOffset since, WorkingTime working)
    {
        var now = time.GetUtcNow();
        var today = working.Zone.DayOf(now);
        if (due is not { } until) return new ClockText(ClockGroup.Paused, AdminWords.T(AdminText.Clock_Paused, ("n", $"{today.DayNumber - working.Zone.DayOf(since).DayNumber + 1}")));
        if (until < now) return new ClockText(ClockGroup.Late, Late(working, until, now));
        var day = working.Zone.DayOf(until);
        if (day != today) return new ClockText(ClockGroup.Later, $"{IndonesianFormat.ShortDay(day)} {IndonesianFormat.Time(working.Zone.TimeOf(until))}");
        var left = working.WorkingTimeBetween(now, until);
        return new ClockText(ClockGroup.Today, left > TimeSpan.Zero
            ? AdminWords.T(AdminText.Clock_Left, ("time", Hours(left))) : AdminWords.T(AdminText.Clock_Today, ("time", IndonesianFormat.Time(working.Zone.TimeOf(until)))));
    }

    /// <summary>"Hari ini 10.31", "Sen 23 Nov 09.09".</summary>
    public string Moment(DateTimeOffset at, WorkingTime working)
    {
        var day = working.Zone.DayOf(at);
        var clock = IndonesianFormat.Time(working.Zone.TimeOf(at));
        return day == working.Zone.DayOf(time.GetUtcNow()) ? AdminWords.T(AdminText.Clock_Today, ("time", clock)) : $"{IndonesianFormat.ShortDay(day)} {clock}";
    }

    private static string Late(WorkingTime working, DateTimeOffset due, DateTimeOffset now)
    {
        var days = working.WorkingDaysBetween(due, now);
        if (days > 0) return AdminWords.T(AdminText.Clock_LateDays, ("n", $"{days}"));
        var late = working.WorkingTimeBetween(due, now);
        return late >= TimeSpan.FromMinutes(1) ? AdminWords.T(AdminText.Clock_LateHours, ("time", Hours(late))) : AdminWords.T(AdminText.Clock_LateJust);
    }

    private static string Hours(TimeSpan span) => (span.Hours + (span.Days * 24), span.Minutes) switch
    {
        (0, var minutes) => AdminWords.T(AdminText.Clock_Minutes, ("n", $"{Math.Max(1, minutes)}")),
        (var hours, 0) => AdminWords.T(AdminText.Clock_Hours, ("n", $"{hours}")),
        var (hours, minutes) => AdminWords.T(AdminText.Clock_HoursMinutes, ("h", $"{hours}"), ("n", $"{minutes}")),
    };
}
