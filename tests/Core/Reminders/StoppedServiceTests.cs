using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Core.Reminders;

/// <summary>Stopped, killed and turned back: nothing doubled, nothing lost, no flood.</summary>
public sealed class StoppedServiceTests
{
    [Fact]
    public async Task After_three_days_each_officer_reads_one_message_and_each_case_has_lost_nothing()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.OfficerAsync("Agus", Role.BackOffice);
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        var cases = new List<Case>();
        for (var count = 0; count < 20; count++) cases.Add(await world.FileAsync());

        var told = await world.AtAsync("2026-11-16 10:00");

        Assert.StartsWith("Bu Endang:", Assert.Single(told, line => !line.StartsWith("resident", StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (var filed in cases) Assert.Equal(2, (await world.ReadAsync(filed)).EscalationLevel);
        Assert.Empty(await world.TickAsync());
    }

    [Fact]
    public async Task However_many_batches_a_tick_takes_an_officer_reads_one_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        for (var count = 0; count < DueReminderJob.StepsAtOnce + 20; count++) await world.FileAsync();

        var told = await world.AtAsync("2026-11-16 10:00");

        Assert.Equal(
            [$"Bu Endang: Ada {DueReminderJob.StepsAtOnce + 20} pengingat tugas sekaligus. Daftarnya: buka https://admin.example/tugas lalu masuk."],
            told.Where(line => !line.StartsWith("resident", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_clock_that_is_turned_back_repeats_nothing()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.FileAsync();
        Assert.Single(await world.AtAsync("2026-11-12 11:20"));

        Assert.Empty(await world.AtAsync("2026-11-12 09:30"));
        Assert.Empty(await world.AtAsync("2026-11-12 11:25"));
        Assert.Single(await world.AtAsync("2026-11-12 13:20"));
    }

    [Fact]
    public async Task An_instance_killed_in_the_middle_of_a_tick_leaves_its_steps_to_the_next()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        var filed = await world.FileAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-12 11:20"));
        await world.KilledTickAsync();

        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.DoneAt is not null);
        Assert.Single(await world.TickAsync());
        Assert.Empty(await world.TickAsync());
    }

    [Fact]
    public async Task No_case_closes_for_papers_before_three_reminders_even_after_a_month_without_service()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-03 10:00");
        var agus = await world.OfficerAsync("Agus", Role.FrontOffice);
        var filed = await world.FileAsync();
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), agus);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.AskDocuments) { Documents = ["KTP"] }, agus);

        var reminders = 0;
        for (var day = 0; day < 40 && (await world.ReadAsync(filed)).Status == CaseStatus.NeedsDocuments; day++)
        {
            world.Clock.SetUtcNow(ReminderWorld.Wib("2026-12-14 09:05").AddDays(day));
            var told = (await world.TickAsync()).Count(line => line.Contains("kami masih menunggu KTP", StringComparison.Ordinal));
            Assert.InRange(told, 0, 1);
            reminders += told;
        }

        Assert.Equal(CaseStatus.ClosedNoDocuments, (await world.ReadAsync(filed)).Status);
        Assert.InRange(reminders, 3, 4);
    }
}
