namespace Puskesos.Tests.Core.Calendar;

/// <summary>The rules of working time once more, minute by minute and without the product's classes, to judge the fast ones.</summary>
internal sealed record SlowWorkingTime(int ZoneHours, IReadOnlyList<(int From, int Until)>[] Week, IReadOnlySet<int> DaysOff)
{
    private const int MinutesOfDay = 24 * 60;

    public bool IsOpen(DateTimeOffset at) => IsOpenMinute(LocalMinute(at));

    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var minute = LocalMinute(at);
        while (!IsOpenMinute(minute))
            minute++;
        return At(minute);
    }

    public DateTimeOffset AddWorkingMinutes(DateTimeOffset at, int minutes)
    {
        var minute = LocalMinute(at);
        while (minutes > 0)
        {
            if (IsOpenMinute(minute))
                minutes--;
            minute++;
        }

        return At(minute);
    }

    public int MinutesBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var count = 0;
        for (var minute = LocalMinute(from); minute < LocalMinute(until); minute++)
            count += IsOpenMinute(minute) ? 1 : 0;
        return count;
    }

    public int DueDay(DateTimeOffset receivedAt, int days)
    {
        var day = Day(LocalMinute(NextOpening(receivedAt)));
        while (days > 0)
        {
            day++;
            if (OpensOn(day))
                days--;
        }

        return day;
    }

    public int WorkingDaysBetween(DateTimeOffset receivedAt, DateTimeOffset until)
    {
        var first = Day(LocalMinute(NextOpening(receivedAt)));
        var count = 0;
        for (var day = Day(LocalMinute(until)); day > first; day--)
            count += OpensOn(day) ? 1 : 0;
        return count;
    }

    private bool OpensOn(int day) => Enumerable.Range(0, MinutesOfDay).Any(minute => IsOpenMinute((long)day * MinutesOfDay + minute));

    private bool IsOpenMinute(long localMinute)
    {
        var day = Day(localMinute);
        var minute = (int)(localMinute % MinutesOfDay);
        // Day 0 of the common era's calendar is a Monday; the week of the model begins on Sunday.
        return !DaysOff.Contains(day) && Week[(day + 1) % 7].Any(span => span.From <= minute && minute < span.Until);
    }

    private long LocalMinute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute + ZoneHours * 60;

    private static int Day(long localMinute) => (int)(localMinute / MinutesOfDay);

    private DateTimeOffset At(long localMinute) => new((localMinute - ZoneHours * 60) * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
