using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Core.Reminders;

public sealed class CalendarPreviewTests
{
    private const string Tegal = "33.28";

    private static readonly DateOnly Friday = new(2026, 11, 13);

    [Fact]
    public async Task A_free_day_moves_what_is_due_after_it_and_nothing_is_written()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var filed = await world.FileAsync();

        var effect = await EffectAsync(world, new CalendarChange(Tegal, Added: new Holiday { Day = Friday, Kind = HolidayKind.Local, RegencyCode = Tegal, Name = "Hari jadi" }));

        var moved = Assert.Single(effect!.Moved);
        Assert.Equal((filed.Ticket, new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 20)), (moved.Ticket, DayOf(moved.Before), DayOf(moved.After)));
        Assert.Equal((1, 1, 0), (effect.Open, effect.Looked, effect.DueAtOnce));
        Assert.Contains(await world.RowsAsync(filed), row => row.DueAt == moved.Before);
    }

    [Fact]
    public async Task A_closure_concerns_its_own_unit_and_a_day_that_is_not_there_nobody()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var filed = await world.FileAsync();

        var own = await EffectAsync(world, new CalendarChange(Tegal, Closed: Closure(filed.UnitCode)));
        var other = await EffectAsync(world, new CalendarChange(Tegal, Closed: Closure("PKS-lain")));

        Assert.Equal((1, 0), (own!.Moved.Count, other!.Moved.Count));
        Assert.Null(await EffectAsync(world, new CalendarChange(Tegal, RemovedHoliday: 999)));
    }

    private static UnitClosure Closure(string unit) => new() { RegencyCode = Tegal, UnitCode = unit, FirstDay = Friday, LastDay = Friday, Reason = "Banjir" };

    private static DateOnly DayOf(DateTimeOffset at) => IndonesianZone.OfArea(Tegal).DayOf(at);

    private static Task<ClockEffect?> EffectAsync(ReminderWorld world, CalendarChange change) =>
        world.WithAsync<CalendarPreview, ClockEffect?>(preview => preview.OfAsync(change, TestContext.Current.CancellationToken));
}
