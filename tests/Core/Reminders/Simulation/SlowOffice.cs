namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>The office hours of Kab. Tegal once more, in whole minutes of WIB and without the product's classes.</summary>
internal static class SlowOffice
{
    public const int DayMinutes = 24 * 60;

    /// <summary>Opening at 08.00.</summary>
    public const int Opening = 8 * 60;

    private const int Closing = 15 * 60, PrayerFrom = 11 * 60 + 30, PrayerUntil = 13 * 60, DaysAhead = 160;

    /// <summary>The free days of the decree in the simulated time that are no weekend.</summary>
    private static readonly HashSet<int> Free = [Day(2026, 12, 24), Day(2026, 12, 25)];

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;

    public static int MinuteOf(DateTimeOffset at) => (int)((at.UtcTicks - Epoch.UtcTicks) / TimeSpan.TicksPerMinute);

    public static DateTimeOffset At(int minute) => Epoch.AddMinutes(minute);

    public static int DayOf(int minute) => EpochDay + minute / DayMinutes;

    public static int MinuteAt(int day, int minuteOfDay) => (day - EpochDay) * DayMinutes + minuteOfDay;

    public static bool IsOpen(int minute)
    {
        var (day, time) = (DayOf(minute), minute % DayMinutes);
        return IsWorkingDay(day) && time >= Opening && time < Closing
            && !(DateOnly.FromDayNumber(day).DayOfWeek == DayOfWeek.Friday && time >= PrayerFrom && time < PrayerUntil);
    }

    public static bool IsWorkingDay(int day) =>
        !Free.Contains(day) && DateOnly.FromDayNumber(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static int NextOpen(int minute) => Openings[minute];

    public static int WorkingDaysLater(int day, int count)
    {
        while (count > 0 || !IsWorkingDay(day))
        {
            day++;
            if (IsWorkingDay(day) && count > 0) count--;
        }

        return day;
    }

    public static int WorkingDayBefore(int day)
    {
        do day--;
        while (!IsWorkingDay(day));
        return day;
    }

    public static int ClosingOf(int day) => MinuteAt(day, Closing);

    public static int OpenMinutes(int from, int until)
    {
        var count = 0;
        for (var minute = from; minute < until; minute++) count += NextOpen(minute) == minute ? 1 : 0;
        return count;
    }

    public static int AfterOpenMinutes(int from, int count)
    {
        for (; count > 0; from++)
            if (NextOpen(from) == from) count--;
        return from;
    }

    /// <summary>The same time of day so many working days after work on it begins.</summary>
    public static int SameTimeLater(int from, int days)
    {
        var begins = NextOpen(from);
        return NextOpen(MinuteAt(WorkingDaysLater(DayOf(begins), days), begins % DayMinutes));
    }

    /// <summary>Midnight, WIB, of 1 November 2026.</summary>
    private static readonly DateTimeOffset Epoch = new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(7));

    private static readonly int EpochDay = Day(2026, 11, 1);

    /// <summary>For each minute of the simulated weeks, and of those to which their clocks reach, the next one that is open.</summary>
    private static readonly int[] Openings = AllOpenings();

    private static int[] AllOpenings()
    {
        var next = new int[DaysAhead * DayMinutes];
        for (var (minute, open) = (next.Length - 1, next.Length); minute >= 0; minute--) next[minute] = open = IsOpen(minute) ? minute : open;
        return next;
    }
}
