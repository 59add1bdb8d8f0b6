using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders.Digests;

namespace Puskesos.Tests.Core.Reminders.Digests;

public sealed class MorningDigestJobTests
{
    [Fact]
    public async Task The_desk_and_the_tksk_read_their_figures_as_the_model_conversation_says()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        await world.FileAsync();
        await world.FileAsync(secrecy: Secrecy.Secret);

        Assert.Empty(await DigestAsync(world, "2026-11-13 08:14"));
        Assert.Equal(
            [
                "Rini: Selamat pagi Rini. Hari ini: 1 baru, 1 jatuh tempo, 0 terlambat, 0 kunjungan. Daftarnya: buka https://admin.example/tugas lalu masuk.",
                "Bu Endang: Selamat pagi Bu Endang. Kecamatan Suradadi: 1 baru, 0 terlambat, 0 rujukan menunggu telaah, 1 unit tanpa kegiatan. Papan: buka https://admin.example/papan lalu masuk.",
            ],
            await DigestAsync(world, "2026-11-13 08:15"));
        Assert.Empty(await DigestAsync(world, "2026-11-14 08:15"));
        Assert.Contains("1 baru, 1 terlambat", (await DigestAsync(world, "2026-11-16 08:15"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_list_a_day_whoever_ticks_and_however_often()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.FileAsync();
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-13 08:15"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Make<MorningDigestJob>().RunAsync(default), TestContext.Current.CancellationToken)));

        Assert.Single(await world.ToldAfterAsync(before));
    }

    [Fact]
    public async Task Nothing_is_told_when_all_figures_are_zero()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var rini = await world.OfficerAsync("Rini", Role.FrontOffice);
        var filed = await world.FileAsync();
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);

        Assert.Empty(await DigestAsync(world, "2026-11-13 08:15"));
    }

    private static async Task<IReadOnlyList<string>> DigestAsync(ReminderWorld world, string at)
    {
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib(at));
        await world.Make<MorningDigestJob>().RunAsync(default);
        return await world.ToldAfterAsync(before);
    }
}
