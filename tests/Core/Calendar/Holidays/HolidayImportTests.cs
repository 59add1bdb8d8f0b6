using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Tests.Core.Reminders;

namespace Puskesos.Tests.Core.Calendar.Holidays;

public sealed class HolidayImportTests
{
    private const string Decree = "date,kind,name\n2027-01-01,nasional,Tahun Baru\n2027-02-06,nasional,Imlek\n2027-02-05,cuti bersama,Cuti Imlek\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_becomes_what_its_decree_says_and_other_years_stay()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.ChangeAsync(storage => HolidaySeed.AddMissingYearsAsync(storage, Stop));

        var first = await ImportAsync(world, Decree, null);
        var again = await ImportAsync(world, Decree, null);
        var revised = await ImportAsync(world, "date,kind,name\n2027-01-01,nasional,Tahun Baru 2027\n2027-02-06,nasional,Imlek\n", null);

        Assert.Equal((3, 0, 0, 0, new DateOnly(2027, 1, 1)), (first.Added, first.Changed, first.Removed, first.Unchanged, first.From));
        Assert.Equal((0, 3, (DateOnly?)null), (again.Added, again.Unchanged, again.From));
        Assert.Equal((0, 1, 1, 1), (revised.Added, revised.Changed, revised.Removed, revised.Unchanged));
        var days = await world.QueryAsync(storage => storage.Set<Holiday>().AsNoTracking().OrderBy(day => day.Day).ToListAsync(Stop));
        Assert.Equal(HolidayDecree.OfYear(2026).Count, days.Count(day => day.Day.Year == 2026));
        Assert.Equal(["Tahun Baru 2027", "Imlek"], days.Where(day => day.Day.Year == 2027).Select(day => day.Name));
        Assert.Empty(HolidayTableCheck.MissingYears(new DateOnly(2026, 11, 1), days.Where(day => day.Kind == HolidayKind.National).Select(day => day.Day.Year).ToHashSet()));
    }

    [Fact]
    public async Task A_regencys_days_leave_the_nations_alone()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await ImportAsync(world, Decree, null);

        var own = await ImportAsync(world, "date,kind,name\n2027-05-18,lokal,Hari Jadi\n", "33.28");

        Assert.Equal((1, 0), (own.Added, own.Removed));
        Assert.Equal(4, await world.QueryAsync(storage => storage.Set<Holiday>().CountAsync(Stop)));
    }

    [Theory]
    [InlineData("date,kind,name\n2027-05-18,lokal,Hari Jadi\n", null, "2027-05-18")]
    [InlineData(Decree, "33.28", "2027-01-01")]
    [InlineData("date,kind,name\n", null, "no days")]
    public void A_table_of_the_wrong_area_is_refused(string table, string? regency, string named) =>
        Assert.Contains(named, HolidayImport.Objection(Read(table, regency), regency), StringComparison.Ordinal);

    private static async Task<HolidayDifference> ImportAsync(ReminderWorld world, string table, string? regency)
    {
        var days = Read(table, regency);
        Assert.Null(HolidayImport.Objection(days, regency));
        return await world.WithAsync<HolidayImport, HolidayDifference>(async import =>
        {
            var change = await import.CompareAsync(days, regency, Stop);
            Assert.True(await import.SaveAsync(days, regency, Stop));
            return change;
        });
    }

    private static IReadOnlyList<Holiday> Read(string table, string? regency) => HolidayDecree.Read(new StringReader(table), regency);
}
