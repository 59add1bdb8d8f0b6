using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders.Emergencies;

namespace Puskesos.Tests.Core.Reminders.Emergencies;

public sealed class UnansweredAlarmJobTests
{
    private const string Truth =
        "resident: Maaf, petugas kami belum bisa dihubungi. Jangan menunggu kami. Telepon 110 (polisi), 119 (ambulans), atau 129 (kekerasan pada perempuan/anak). Kami terus mencoba.";

    [Fact]
    public async Task An_alarm_that_nobody_answers_goes_up_and_the_resident_reads_the_truth()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 23:00");
        await world.OfficerAsync("Bu Endang", Role.Tksk, onDuty: true);
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        await world.AlarmAsync();

        Assert.Empty(await AlarmsAsync(world, "2026-11-12 23:14"));
        Assert.Equal(
            ["Bu Endang: DARURAT nomor D-2611-03 belum ada yang menjawab selama 15 menit. Tolong segera telepon, urutannya ada di https://admin.example/darurat/1 setelah masuk.", Truth],
            await AlarmsAsync(world, "2026-11-12 23:15"));
        Assert.Empty(await AlarmsAsync(world, "2026-11-12 23:16"));
        Assert.Equal(["Bu Endang", "Bu Lestari"], Who(await AlarmsAsync(world, "2026-11-12 23:30")));
        Assert.Equal(["Bu Endang", "Bu Lestari"], Who(await AlarmsAsync(world, "2026-11-13 00:00")));
        Assert.Empty(await AlarmsAsync(world, "2026-11-13 01:00"));
    }

    [Fact]
    public async Task An_answered_alarm_goes_no_further()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 23:00");
        await world.OfficerAsync("Bu Endang", Role.Tksk, onDuty: true);
        await world.AlarmAsync(alarm => alarm.AcknowledgedAt = world.Clock.GetUtcNow());

        Assert.Empty(await AlarmsAsync(world, "2026-11-12 23:30"));
    }

    [Fact]
    public async Task After_a_stop_the_latest_step_alone_is_told()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 23:00");
        await world.OfficerAsync("Bu Endang", Role.Tksk, onDuty: true);
        await world.AlarmAsync();

        var told = await AlarmsAsync(world, "2026-11-13 02:00");

        Assert.Contains("selama 60 menit", told[0], StringComparison.Ordinal);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task While_nobody_on_duty_can_be_told_an_alarm_goes_to_all_of_slrt_and_dinsos_at_once()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 23:00");
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        await world.OfficerAsync("Pak Gunadi", Role.Dinsos, linked: false, onDuty: true);
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        await world.OfficerAsync("Bu Ningsih", Role.Dinsos);
        await world.AlarmAsync();
        var before = await world.LastRowAsync();

        await world.ChangeAsync(async storage =>
        {
            await world.Make<AlarmNotices>().RaisedAsync(storage, await storage.Emergencies.SingleAsync(), default);
            return 0;
        });

        Assert.Equal(["Bu Lestari", "Bu Ningsih"], Who(await world.ToldAfterAsync(before)));
        Assert.Equal(["Bu Lestari", "Bu Ningsih", "resident"], Who(await AlarmsAsync(world, "2026-11-12 23:15")));
        foreach (var (name, sees) in new[] { ("Bu Endang", false), ("Bu Lestari", true), ("Bu Ningsih", true), ("Pak Gunadi", true) })
            Assert.Equal(sees, await IsSeenByAsync(world, name));
    }

    [Fact]
    public async Task Whoever_is_not_on_duty_sees_no_alarm_that_others_were_told_of()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 23:00");
        await world.OfficerAsync("Pak Gunadi", Role.Dinsos, onDuty: true);
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        await world.AlarmAsync();

        await AlarmsAsync(world, "2026-11-12 23:15");
        Assert.False(await IsSeenByAsync(world, "Bu Lestari"));
        await AlarmsAsync(world, "2026-11-12 23:30");
        Assert.True(await IsSeenByAsync(world, "Bu Lestari"));
    }

    private static Task<bool> IsSeenByAsync(ReminderWorld world, string name) => world.QueryAsync(async storage =>
    {
        var officer = await storage.Users.Where(row => row.Name == name).Select(row => row.Id).SingleAsync();
        var reach = await OfficerReach.LoadAsync(storage, officer, default);
        return await world.Make<OpenAlarms>().ListAsync(storage, reach!, default) is { Count: > 0 };
    });

    private static List<string> Who(IEnumerable<string> told) => [.. told.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Order()];

    private static async Task<IReadOnlyList<string>> AlarmsAsync(ReminderWorld world, string at)
    {
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib(at));
        await world.Make<UnansweredAlarmJob>().RunAsync(default);
        return await world.ToldAfterAsync(before);
    }
}
