namespace Puskesos.Core.Calendar;

/// <summary>
/// Counts an office's working hours and working days; every promise, reminder and figure uses this one calculator.
/// Instants are returned in UTC, days are those of the office's zone.
/// </summary>
public sealed class WorkingTime(WorkCalendar calendar)
{
    /// <summary>The office's time zone, in which its days and hours are shown.</summary>
    public IndonesianZone Zone => calendar.Zone;

    /// <summary>Whether the office opens at all on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => calendar.IsWorkingDay(day);

    /// <summary>Whether the office is open at this moment; in the Friday break it is not.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var time = Zone.TimeOf(at);
        foreach (var span in calendar.OpenOn(Zone.DayOf(at)))
        {
            if (span.From <= time && time < span.Until)
                return true;
        }

        return false;
    }

    /// <summary>Whether the office works on this day and has not closed for it yet; before it opens, too.</summary>
    public bool HasDayLeft(DateTimeOffset at)
    {
        var day = Zone.DayOf(at);
        return IsWorkingDay(day) && at < ClosingOf(day);
    }

    /// <summary>The moment itself when the office is open, else the moment at which it opens next.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var (from, _) = OpenStretchesAfter(at).First();
        return Later(from, at.ToUniversalTime());
    }

    /// <summary>The first moment by which this much working time has passed.</summary>
    public DateTimeOffset AddWorkingHours(DateTimeOffset at, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        var start = at.ToUniversalTime();
        if (workingTime == TimeSpan.Zero)
            return start;

        var left = workingTime;
        foreach (var (from, until) in OpenStretchesAfter(start))
        {
            var counted = Later(from, start);
            if (until - counted >= left)
                return counted + left;
            left -= until - counted;
        }

        throw new InvalidOperationException("The stretches of a calendar never end.");
    }

    /// <summary>
    /// The moment so many working days later: the same time of day as the start of work (receipt, or the next opening
    /// when received after hours); where the office is closed at that time of day, its next opening.
    /// </summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset receivedAt, int days)
    {
        var start = NextOpening(receivedAt);
        return NextOpening(Zone.At(WorkingDayAfter(Zone.DayOf(start), days), Zone.TimeOf(start)));
    }

    /// <summary>
    /// The day by which something received at this moment is due: the day of receipt, or the next working day when
    /// received after hours, and from there so many working days on.
    /// </summary>
    public DateOnly DueAfterWorkingDays(DateTimeOffset receivedAt, int days) =>
        WorkingDayAfter(Zone.DayOf(NextOpening(receivedAt)), days);

    /// <summary>The last moment of working time of a day: what is due on that day is late from here on.</summary>
    public DateTimeOffset ClosingOf(DateOnly workingDay)
    {
        var spans = calendar.OpenOn(workingDay);
        return spans.IsEmpty
            ? throw new ArgumentException("The office does not open on this day.", nameof(workingDay))
            : Zone.At(workingDay, spans[^1].Until);
    }

    /// <summary>How long the office was open between two moments; zero when they are in the wrong order.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var sum = TimeSpan.Zero;
        foreach (var stretch in OpenStretchesAfter(from))
        {
            if (stretch.From >= until)
                break;
            sum += Earlier(stretch.Until, until) - Later(stretch.From, from);
        }

        return sum;
    }

    /// <summary>
    /// How many working days lie after the day on which work starts (as in <see cref="DueAfterWorkingDays"/>), up to and
    /// including the day of the end; zero when both are the same day.
    /// </summary>
    public int WorkingDaysBetween(DateTimeOffset receivedAt, DateTimeOffset until)
    {
        if (until <= receivedAt)
            return 0;

        var last = Zone.DayOf(until);
        var count = 0;
        for (var day = Zone.DayOf(NextOpening(receivedAt)).AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day))
                count++;
        }

        return count;
    }

    /// <summary>The working day so many working days after a day; with zero the day itself, or the next working day when it is free.</summary>
    public DateOnly WorkingDayAfter(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        while (!calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        for (var left = days; left > 0; left--)
        {
            do
                day = day.AddDays(1);
            while (!calendar.IsWorkingDay(day));
        }

        return day;
    }

    /// <summary>The last working day before a day.</summary>
    public DateOnly WorkingDayBefore(DateOnly day)
    {
        do
            day = day.AddDays(-1);
        while (!calendar.IsWorkingDay(day));
        return day;
    }

    /// <summary>The moment at which the office opens on a day, or next after it.</summary>
    public DateTimeOffset OpeningOf(DateOnly day) => NextOpening(Zone.At(day, TimeOnly.MinValue));

    /// <summary>All open stretches that end after a moment, without end: free days are finite, a week has an opening.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> OpenStretchesAfter(DateTimeOffset at)
    {
        for (var day = Zone.DayOf(at); ; day = day.AddDays(1))
        {
            foreach (var span in calendar.OpenOn(day))
            {
                var until = Zone.At(day, span.Until);
                if (until > at)
                    yield return (Zone.At(day, span.From), until);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
