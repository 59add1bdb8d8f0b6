namespace Puskesos.Core.Language.Dates;

/// <summary>The last and the next occurrence of a day or month that was written without its year.</summary>
internal static class Recurring
{
    /// <summary>Days like 29 February or 31 that a month lacks are looked for so many steps away.</summary>
    private const int MostSteps = 8;

    /// <summary>"5 maret": last and next, the past first unless the message points ahead.</summary>
    public static TimeValue[] DayOfMonth(int month, int day, DateTime now, bool ahead) =>
        Both(step => Try(now.Year + step, month, day), now, ahead, day => TimeValue.At(day));

    /// <summary>"tgl 5".</summary>
    public static TimeValue[] Day(int day, DateTime now, bool ahead) =>
        Both(step => Try(now.Year + FloorDiv(now.Month - 1 + step, 12), FloorMod(now.Month - 1 + step, 12) + 1, day), now, ahead, found => TimeValue.At(found));

    /// <summary>"bulan maret"; a part of it when <paramref name="firstDay"/> and <paramref name="lastDay"/> are given.</summary>
    public static TimeValue[] Month(int month, DateTime now, bool ahead, int firstDay = 1, int lastDay = 31) =>
        Both(step => new DateTime(now.Year + step, month, 1), now, ahead, start => Part(start, firstDay, lastDay));

    /// <summary>Some months in a row, "april-juni", "nov-des", "triwulan 2".</summary>
    public static TimeValue[] Months(int first, int count, DateTime now, bool ahead) =>
        Both(step => new DateTime(now.Year + step, first, 1), now, ahead, start => TimeValue.Between(start, start.AddMonths(count)));

    /// <summary>"3-7 maret".</summary>
    public static TimeValue[] Days(int month, int first, int last, DateTime now, bool ahead) =>
        Both(step => Try(now.Year + step, month, first) is { } start && Try(now.Year + step, month, last) is not null ? start : null, now, ahead, start => TimeValue.Between(start, start.AddDays(last - first + 1)));

    /// <summary>A weekday: strictly before today and from today on.</summary>
    public static TimeValue[] Weekday(int weekday, DateTime now, bool ahead)
    {
        var today = Iso(now);
        var last = now.Date.AddDays(-(FloorMod(today - weekday - 1, 7) + 1));
        var next = now.Date.AddDays(FloorMod(weekday - today, 7));
        return ahead ? [TimeValue.At(next), TimeValue.At(last)] : [TimeValue.At(last), TimeValue.At(next)];
    }

    public static int Iso(DateTime day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static DateTime? Try(int year, int month, int day) =>
        year is >= 1800 and <= 2300 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    public static TimeValue Part(DateTime month, int firstDay, int lastDay)
    {
        var end = lastDay >= 31 ? month.AddMonths(1) : month.AddDays(lastDay);
        return TimeValue.Between(month.AddDays(firstDay - 1), end);
    }

    private static TimeValue[] Both(Func<int, DateTime?> at, DateTime now, bool ahead, Func<DateTime, TimeValue> value)
    {
        DateTime? last = null, next = null;
        for (var step = 0; step > -MostSteps && last is null; step--)
            last = at(step) is { } found && found <= now.Date ? found : null;
        for (var step = 0; step < MostSteps && next is null; step++)
            next = at(step) is { } found && found > now.Date ? found : null;
        return (last, next, ahead) switch
        {
            ({ } past, { } coming, false) => [value(past), value(coming)],
            ({ } past, { } coming, true) => [value(coming), value(past)],
            ({ } past, null, _) => [value(past)],
            (null, { } coming, _) => [value(coming)],
            _ => [],
        };
    }

    private static int FloorDiv(int a, int b) => (a - FloorMod(a, b)) / b;

    private static int FloorMod(int a, int b) => ((a % b) + b) % b;
}
