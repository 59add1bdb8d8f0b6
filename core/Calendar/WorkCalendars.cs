using System.Collections.Concurrent;
using Puskesos.Core.Calendar.Holidays;

namespace Puskesos.Core.Calendar;

/// <summary>The calendars of all offices as the tables stood when they were read; a turn or a job run uses one of these throughout.</summary>
public sealed class WorkCalendars(
    IReadOnlyCollection<Holiday> holidays,
    IReadOnlyCollection<UnitClosure> closures,
    IReadOnlyCollection<WorkHoursProfile> profiles)
{
    private readonly ConcurrentDictionary<Office, WorkingTime> made = new();
    private readonly ILookup<string, UnitClosure> closuresByUnit = closures.ToLookup(closure => closure.UnitCode);

    /// <summary>Calendars without any holiday, closure or special hours.</summary>
    public static WorkCalendars Plain { get; } = new([], [], []);

    /// <summary>The years for which the table holds national holidays.</summary>
    public IReadOnlySet<int> YearsWithHolidays { get; } =
        holidays.Where(holiday => holiday.Kind == HolidayKind.National).Select(holiday => holiday.Day.Year).ToHashSet();

    /// <summary>The working time of an office; made once and kept. Units without days and hours of their own share one of their regency.</summary>
    public WorkingTime For(Office office) => made.GetOrAdd(office, one => one.UnitCode is null || HasOwn(one.UnitCode) ? Make(one) : For(one with { UnitCode = null }));

    private bool HasOwn(string unit) => closuresByUnit.Contains(unit) || profiles.Any(profile => profile.UnitCode == unit);

    private WorkingTime Make(Office office)
    {
        var usual = NarrowestFirst(office).Where(profile => profile.FirstDay is null).ToList();
        var periods = NarrowestFirst(office)
            .Where(profile => profile.FirstDay is not null && profile.LastDay is not null)
            .Select(profile => new HoursPeriod(profile.FirstDay!.Value, profile.LastDay!.Value, WeekHours.Parse(profile.Week)));

        return new WorkingTime(new WorkCalendar(
            IndonesianZone.OfArea(office.RegencyCode), UsualWeek(office, usual.Find(profile => profile.HasWeek)), periods, DaysOff(office, usual is [{ WorksOnJointLeave: true }, ..])));
    }

    private IEnumerable<WorkHoursProfile> NarrowestFirst(Office office) => profiles
        .Where(profile => (profile.RegencyCode is null || profile.RegencyCode == office.RegencyCode)
            && (profile.UnitCode is null || profile.UnitCode == office.UnitCode))
        .OrderByDescending(profile => profile.UnitCode is not null)
        .ThenByDescending(profile => profile.RegencyCode is not null)
        .ThenBy(profile => profile.Id);

    /// <summary>A profile of the unit itself counts more than the hours on its card, and those more than the regency's profile.</summary>
    private static WeekHours UsualWeek(Office office, WorkHoursProfile? profile) => (office, profile) switch
    {
        (_, { UnitCode: not null }) => WeekHours.Parse(profile.Week),
        ({ Opens: { } opens, Closes: { } closes }, _) => WeekHours.Between(opens, closes),
        (_, not null) => WeekHours.Parse(profile.Week),
        _ => WeekHours.Default,
    };

    private IEnumerable<DateOnly> DaysOff(Office office, bool worksOnJointLeave)
    {
        var free = holidays
            .Where(holiday => holiday.RegencyCode is null || holiday.RegencyCode == office.RegencyCode)
            .Where(holiday => holiday.Kind != HolidayKind.JointLeave || !worksOnJointLeave)
            .Select(holiday => holiday.Day);
        return office.UnitCode is null ? free : free.Concat(closuresByUnit[office.UnitCode].SelectMany(ClosedDays));
    }

    private static IEnumerable<DateOnly> ClosedDays(UnitClosure closure)
    {
        var days = Math.Clamp(closure.LastDay.DayNumber - closure.FirstDay.DayNumber + 1, 0, UnitClosure.MaxDays);
        return Enumerable.Range(0, days).Select(closure.FirstDay.AddDays);
    }
}
