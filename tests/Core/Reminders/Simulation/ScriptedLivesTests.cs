using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>Single lives at the edges of the clocks, once through the product and once through the slow model.</summary>
public sealed class ScriptedLivesTests
{
    /// <summary>A need of one working day is looked at on Thursday 12 November; the agreed visit on Monday is never reported.</summary>
    [Theory]
    [InlineData("2026-11-12 16:00", "2026-11-16 10:00", "2026-11-16 15:00")]
    [InlineData("2026-11-12 15:00", "2026-11-16 13:30", "2026-11-16 16:30")]
    [InlineData("2026-11-13 08:00", "2026-11-16 10:00", "2026-11-16 15:00")]
    public async Task A_clock_that_a_missed_visit_wakes_reminds_in_the_same_minute(string agreedAt, string visitAt, string missedAt)
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-01 00:00");
        var regency = new SimulatedRegency(world, 1, [DieOfOneDay()]);
        await regency.FillAsync();
        var visit = Minute(visitAt);
        (string At, Happening Deed)[] script = [("2026-11-12 10:00", new(Deed.StartCheck)), ("2026-11-12 10:30", new(Deed.PlanVisit, visit)), (agreedAt, new(Deed.AgreeVisit))];

        var story = await PlayAsync(world, regency, script, Minute("2026-11-18 17:00"));

        Assert.Equal(1, story.HandlingDays);
        var rows = await world.RowsAsync(story.Case);
        Assert.Contains(rows, row => (int)row.Clock == SlowLadder.Handling && row.DoneAt == ReminderWorld.Wib(missedAt));
        var model = new SlowClocks(story.FiledAt, story.HandlingDays).Run(story.Happened, Minute("2026-11-18 17:00"));
        Assert.Equal(
            model.Steps.Select(step => (step.Minute, step.Clock, step.Step)).Order(),
            rows.Where(row => row.DoneAt is not null).Select(row => (SlowOffice.MinuteOf(row.DoneAt!.Value), (int)row.Clock, row.Step)).Order());
    }

    /// <summary>As in the large simulation: people act first in a minute, then the tick comes.</summary>
    private static async Task<Story> PlayAsync(ReminderWorld world, SimulatedRegency regency, (string At, Happening Deed)[] script, int end)
    {
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-12 09:20"));
        var story = await regency.FileAsync(0, Minute("2026-11-12 09:20"));
        foreach (var (at, deed) in script)
        {
            await TickUntilAsync(world, Minute(at) - 1);
            world.Clock.SetUtcNow(ReminderWorld.Wib(at));
            Assert.True(await regency.DoAsync(story, 0, deed));
            story.Happened[Minute(at)] = deed;
            await world.RunJobAsync();
        }

        await TickUntilAsync(world, end);
        return story;
    }

    /// <summary>Ticks at every minute at which something is due.</summary>
    private static async Task TickUntilAsync(ReminderWorld world, int end)
    {
        while (await world.QueryAsync(storage => storage.Set<DueReminder>().Where(row => row.DoneAt == null).MinAsync(row => (DateTimeOffset?)row.DueAt)) is { } due && SlowOffice.MinuteOf(due) <= end)
        {
            world.Clock.SetUtcNow(due);
            await world.RunJobAsync();
        }
    }

    /// <summary>One whose first throw makes the category that the village has one working day for.</summary>
    private static Random DieOfOneDay() => new(Enumerable.Range(0, 100).First(seed => new Random(seed).Next(3) == 0));

    private static int Minute(string wib) => SlowOffice.MinuteOf(ReminderWorld.Wib(wib));
}
