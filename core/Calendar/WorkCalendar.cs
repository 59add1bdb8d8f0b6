using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Puskesos.Core.Calendar;

/// <summary>When one office is open: an unchanging picture of its week, its special periods and its free days.</summary>
public sealed class WorkCalendar(
    IndonesianZone zone, WeekHours usual, IEnumerable<HoursPeriod> periods, IEnumerable<DateOnly> daysOff)
{
    private readonly ImmutableArray<HoursPeriod> specialPeriods = [.. periods];
    private readonly FrozenSet<DateOnly> free = daysOff.ToFrozenSet();

    /// <summary>The office's time zone.</summary>
    public IndonesianZone Zone { get; } = zone;

    /// <summary>The stretches of a day during which the office is open, in their order; empty on a free day.</summary>
    public ImmutableArray<OpenSpan> OpenOn(DateOnly day) => free.Contains(day) ? [] : WeekOf(day)[day.DayOfWeek];

    /// <summary>Whether the office opens at all on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => !OpenOn(day).IsEmpty;

    private WeekHours WeekOf(DateOnly day)
    {
        foreach (var period in specialPeriods)
        {
            if (period.FirstDay <= day && day <= period.LastDay)
                return period.Week;
        }

        return usual;
    }
}

/// <summary>A period with a week of its own, such as Ramadan; both days belong to it.</summary>
public sealed record HoursPeriod(DateOnly FirstDay, DateOnly LastDay, WeekHours Week);
