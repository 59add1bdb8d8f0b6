using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Calendar.Hours;
using Puskesos.Tests.Core.Reminders;

namespace Puskesos.Tests.Core.Calendar.Hours;

public sealed class SpecialHoursTests
{
    private const string Tegal = "33.28";

    private static readonly DateOnly ChristmasLeave = new(2026, 12, 24), Friday = new(2027, 2, 19);

    [Fact]
    public async Task A_regency_works_on_cuti_bersama_and_one_of_its_units_does_not()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.ChangeAsync(storage => HolidaySeed.AddMissingYearsAsync(storage, TestContext.Current.CancellationToken));

        Assert.True(await SetAsync(world, hours => hours.SetJointLeaveAsync(Tegal, null, works: true, TestContext.Current.CancellationToken)));
        Assert.True(await SetAsync(world, hours => hours.SetJointLeaveAsync(Tegal, ReminderWorld.Jatibogor, works: false, TestContext.Current.CancellationToken)));

        var book = await BookAsync(world);
        Assert.Equal(
            (true, false, true, false),
            (Works(book, new Office(Tegal)), Works(book, new Office(Tegal, ReminderWorld.Jatibogor)), Works(book, new Office(Tegal, "UNIT-1", new(9, 0), new(14, 0))), Works(book, new Office("33.29"))));
        Assert.Equal(ReminderWorld.Wib("2026-12-23 14:00"), book.For(new Office(Tegal, "UNIT-1", new(9, 0), new(14, 0))).ClosingOf(new DateOnly(2026, 12, 23)));
        Assert.True(await SetAsync(world, hours => hours.SetJointLeaveAsync(Tegal, ReminderWorld.Jatibogor, works: true, TestContext.Current.CancellationToken)));
        Assert.True(Works(await BookAsync(world), new Office(Tegal, ReminderWorld.Jatibogor)));
    }

    [Fact]
    public async Task Ramadan_is_set_by_its_days_and_taken_back()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var unit = new Office(Tegal, ReminderWorld.Jatibogor);
        Assert.True(await RamadanAsync(world, new(2027, 2, 8), new(2027, 3, 9)));

        Assert.Equal(ReminderWorld.Wib("2027-02-19 15:30"), (await BookAsync(world)).For(unit).ClosingOf(Friday));
        Assert.Equal(ReminderWorld.Wib("2027-02-05 15:00"), (await BookAsync(world)).For(unit).ClosingOf(new DateOnly(2027, 2, 5)));
        Assert.Equal(ReminderWorld.Wib("2027-02-19 15:00"), (await BookAsync(world)).For(new Office("33.29")).ClosingOf(Friday));

        var set = Assert.Single(await world.WithAsync<SpecialHours, List<WorkHoursProfile>>(hours => hours.ProfilesAsync(Tegal, new(2026, 11, 12), TestContext.Current.CancellationToken)));
        Assert.False(await SetAsync(world, hours => hours.RemovePeriodAsync("33.29", set.Id, TestContext.Current.CancellationToken)));
        Assert.True(await SetAsync(world, hours => hours.RemovePeriodAsync(Tegal, set.Id, TestContext.Current.CancellationToken)));
        Assert.Equal(ReminderWorld.Wib("2027-02-19 15:00"), (await BookAsync(world)).For(unit).ClosingOf(Friday));
    }

    [Fact]
    public async Task Days_that_are_no_ramadan_are_refused()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        Assert.True(await RamadanAsync(world, new(2027, 2, 8), new(2027, 3, 9)));

        Assert.False(await RamadanAsync(world, new(2027, 3, 9), new(2027, 4, 7)));
        Assert.False(await RamadanAsync(world, new(2028, 1, 28), new(2028, 2, 28)));
        Assert.False(await RamadanAsync(world, new(2028, 2, 28), new(2028, 1, 28)));
    }

    private static bool Works(WorkCalendars calendars, Office office) => calendars.For(office).IsWorkingDay(ChristmasLeave);

    private static Task<bool> RamadanAsync(ReminderWorld world, DateOnly first, DateOnly last) =>
        SetAsync(world, hours => hours.AddRamadanAsync(Tegal, first, last, TestContext.Current.CancellationToken));

    private static Task<bool> SetAsync(ReminderWorld world, Func<SpecialHours, Task<bool>> change) => world.WithAsync(change);

    /// <summary>The calendars as a process reads them every half minute.</summary>
    private static async Task<WorkCalendars> BookAsync(ReminderWorld world)
    {
        var book = new WorkCalendarBook();
        return await world.QueryAsync(async storage =>
        {
            await book.RefreshAsync(storage, TestContext.Current.CancellationToken);
            return book.Current;
        });
    }
}
