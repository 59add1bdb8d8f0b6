using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;

namespace Puskesos.Tests.Core.Calendar;

public sealed class WorkCalendarsTests
{
    private static readonly DateOnly ChristmasLeave = new(2026, 12, 24);
    private static readonly Office Unit = new("33.28", "TGL-01");

    [Fact]
    public void Cuti_bersama_is_free_unless_the_office_works_on_it()
    {
        var profile = new WorkHoursProfile { RegencyCode = "33.28", Week = WeekHours.Default.ToString(), WorksOnJointLeave = true };

        Assert.False(With().For(Unit).IsWorkingDay(ChristmasLeave));
        Assert.True(With([profile]).For(Unit).IsWorkingDay(ChristmasLeave));
        Assert.False(With([profile]).For(Unit).IsWorkingDay(new DateOnly(2026, 12, 25)));
        Assert.False(With([profile]).For(new Office("32.01")).IsWorkingDay(ChristmasLeave));
    }

    [Fact]
    public void A_local_holiday_is_free_in_its_regency_only()
    {
        var anniversary = new Holiday { Day = new(2026, 5, 18), Kind = HolidayKind.Local, RegencyCode = "33.28", Name = "Hari Jadi" };
        var calendars = new WorkCalendars([anniversary], [], []);

        Assert.False(calendars.For(Unit).IsWorkingDay(anniversary.Day));
        Assert.True(calendars.For(new Office("33.29")).IsWorkingDay(anniversary.Day));
    }

    [Fact]
    public void A_closed_unit_is_closed_alone_and_for_a_year_at_most()
    {
        var flood = new UnitClosure { RegencyCode = "33.28", UnitCode = "TGL-01", FirstDay = new(2026, 11, 12), LastDay = new(2099, 1, 1) };
        var calendars = new WorkCalendars([], [flood], []);

        Assert.False(calendars.For(Unit).IsWorkingDay(flood.FirstDay));
        Assert.True(calendars.For(new Office("33.28", "TGL-02")).IsWorkingDay(flood.FirstDay));
        Assert.True(calendars.For(Unit).IsWorkingDay(new DateOnly(2027, 11, 15)));
    }

    [Fact]
    public void Ramadan_has_its_own_week_between_its_dates()
    {
        var ramadan = new WorkHoursProfile { FirstDay = new(2026, 2, 19), LastDay = new(2026, 3, 20), Week = WeekHours.Ramadan.ToString() };
        var unit = With([ramadan]).For(Unit);

        Assert.Equal(new DateTimeOffset(2026, 2, 27, 8, 30, 0, TimeSpan.Zero), unit.ClosingOf(new DateOnly(2026, 2, 27)));
        Assert.Equal(new DateTimeOffset(2026, 2, 13, 8, 0, 0, TimeSpan.Zero), unit.ClosingOf(new DateOnly(2026, 2, 13)));
    }

    [Fact]
    public void The_narrowest_hours_count()
    {
        var regency = new WorkHoursProfile { RegencyCode = "33.28", Week = "Mo-Sa 07:00-14:00" };
        var unit = new WorkHoursProfile { RegencyCode = "33.28", UnitCode = "TGL-01", Week = "We 10:00-12:00" };
        var calendars = With([regency, unit]);
        var saturday = new DateOnly(2026, 11, 14);

        Assert.False(calendars.For(Unit).IsWorkingDay(saturday));
        Assert.True(calendars.For(new Office("33.28", "TGL-02")).IsWorkingDay(saturday));
        Assert.False(calendars.For(new Office("33.28", "TGL-03", new(9, 0), new(13, 0))).IsWorkingDay(saturday));
    }

    [Fact]
    public void Hours_of_the_units_card_keep_the_friday_break()
    {
        var unit = With().For(new Office("33.28", "TGL-01", new(9, 0), new(14, 0)));
        var friday = new DateTimeOffset(2026, 11, 13, 0, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal(TimeSpan.FromHours(3.5), unit.WorkingTimeBetween(friday, friday.AddDays(1)));
        Assert.Equal(friday.AddHours(9), unit.NextOpening(friday));
    }

    private static WorkCalendars With(WorkHoursProfile[]? profiles = null) => new([.. HolidayDecree.OfYear(2026)], [], profiles ?? []);
}
