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

    private static List<string> Who(IEnumerable<string> told) => [.. told.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Order()];

    private static async Task<IReadOnlyList<string>> AlarmsAsync(ReminderWorld world, string at)
    {
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib(at));
        await world.Make<UnansweredAlarmJob>().RunAsync(default);
        return await world.ToldAfterAsync(before);
    }
}
