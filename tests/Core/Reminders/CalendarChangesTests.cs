using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Core.Reminders;

public sealed class CalendarChangesTests
{
    private const string Tegal = "33.28";

    private static readonly DateOnly Friday = new(2026, 11, 13);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_free_day_taken_back_brings_its_reminders_forward()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 16:00");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        Assert.True(await ChangeAsync(world, new(Tegal, Friday), days => days.AddHolidayAsync(Tegal, Friday, "Hari jadi", Stop)));
        var filed = await world.FileAsync();
        Assert.Equal(ReminderWorld.Wib("2026-11-16 10:00"), (await world.RowsAsync(filed)).Min(row => row.DueAt));

        var id = await world.QueryAsync(storage => storage.Set<Holiday>().Select(day => day.Id).SingleAsync(Stop));
        Assert.True(await ChangeAsync(world, new(Tegal, Friday), days => days.RemoveHolidayAsync(Tegal, id, Stop)));

        Assert.Empty(await world.AtAsync("2026-11-12 16:02"));
        Assert.Equal(ReminderWorld.Wib("2026-11-13 10:00"), (await world.RowsAsync(filed)).Min(row => row.DueAt));
        Assert.StartsWith("Rini: Belum dibuka", Assert.Single(await world.AtAsync("2026-11-13 10:00")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closure_concerns_its_own_unit_and_what_was_not_made_plans_nothing()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 16:00");
        await world.UnitAsync(1);
        var (closed, open) = (await world.FileAsync(), await world.FileAsync(unit: 1));
        var before = (await world.RowsAsync(open)).Select(row => row.DueAt).ToList();
        var flood = new UnitClosure { RegencyCode = Tegal, UnitCode = closed.UnitCode, FirstDay = Friday, LastDay = Friday, Reason = "Banjir" };

        Assert.True(await ChangeAsync(world, new(Tegal, Friday, closed.UnitCode), days => days.CloseAsync(flood, Stop)));
        Assert.Equal(before, (await world.RowsAsync(open)).Select(row => row.DueAt));
        await world.AtAsync("2026-11-12 16:02");
        Assert.Equal(ReminderWorld.Wib("2026-11-16 10:00"), (await world.RowsAsync(closed)).Min(row => row.DueAt));

        var planned = (await world.RowsAsync(closed)).Select(row => row.DueAt).ToList();
        Assert.False(await ChangeAsync(world, new(Tegal, Friday), days => days.ReopenAsync(Tegal, 999, Stop)));
        Assert.Equal(planned, (await world.RowsAsync(closed)).Select(row => row.DueAt));
    }

    /// <summary>As the page does it; then this process reads the calendars again, as it does every half minute.</summary>
    private static async Task<bool> ChangeAsync(ReminderWorld world, CalendarArea area, Func<LocalDays, Task<bool>> change)
    {
        var isMade = await world.WithAsync<IServiceProvider, bool>(services => services.GetRequiredService<CalendarChanges>().MakeAsync(area, () => change(services.GetRequiredService<LocalDays>()), Stop));
        await world.WithAsync<WorkCalendarBook, bool>(book => world.QueryAsync(async storage =>
        {
            await book.RefreshAsync(storage, Stop);
            return true;
        }));
        return isMade;
    }
}
