using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;

namespace Puskesos.Tests.Core.Officers.Staff;

public sealed class AbsenceBookTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task Days_that_are_over_stay_when_an_officer_is_back_earlier_or_away_longer()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = (await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor))).OfficerId;
        await using var work = world.Open();
        var book = work.Get<AbsenceBook>();

        await book.SetAsync(rini, Monday, Monday.AddDays(4), null, Stop);
        Assert.Equal([(Monday, Monday.AddDays(4))], await DaysAsync(work));
        await book.SetAsync(rini, Monday, Monday.AddDays(2), null, Stop);
        Assert.Equal([(Monday, Monday.AddDays(2))], await DaysAsync(work));
        await book.SetAsync(rini, Monday.AddDays(1), null, null, Stop);
        Assert.Equal([(Monday, Monday)], await DaysAsync(work));
        await book.SetAsync(rini, Monday.AddDays(8), Monday.AddDays(9), null, Stop);

        Assert.Equal([(Monday, Monday), (Monday.AddDays(8), Monday.AddDays(9))], await DaysAsync(work));
        Assert.Equal(Monday.AddDays(9), (await work.Storage.Users.AsNoTracking().SingleAsync(row => row.Id == rini, Stop)).AbsentUntil);
    }

    private static async Task<List<(DateOnly, DateOnly)>> DaysAsync(DeskWork work) =>
        [.. (await work.Storage.Set<Absence>().AsNoTracking().OrderBy(row => row.FirstDay).ToListAsync(Stop)).Select(row => (row.FirstDay, row.LastDay))];
}
