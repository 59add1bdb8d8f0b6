using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Calendar.Hours;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Digests;
using Puskesos.Core.Texts;

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
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        await world.OfficerAsync("Pak Tri", Role.Dinsos);
        var filed = await world.FileAsync();
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);

        Assert.Empty(await DigestAsync(world, "2026-11-13 08:15"));
    }

    [Fact]
    public async Task Slrt_and_dinsos_read_of_their_desk_and_of_what_has_gone_up()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.UnitAsync(1, UnitKind.Slrt);
        await world.UnitAsync(2, UnitKind.Dinsos);
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        await world.OfficerAsync("Pak Tri", Role.Dinsos);
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        await world.FileAsync();
        await world.FileAsync(secrecy: Secrecy.Confidential);
        await world.FileAsync(secrecy: Secrecy.Secret);
        await world.FileAsync(unit: 1);
        await world.FileAsync(unit: 2, secrecy: Secrecy.Confidential);

        Assert.Equal(
            [
                "Bu Lestari: Selamat pagi Bu Lestari. Hari ini: 1 baru, 1 jatuh tempo, 0 terlambat. Naik dari unit dan masih terlambat: 0. Papan: buka https://admin.example/papan lalu masuk.",
                "Pak Tri: Selamat pagi Pak Tri. Hari ini: 1 baru, 1 jatuh tempo, 0 terlambat. Naik dari unit dan masih terlambat: 0. Papan: buka https://admin.example/papan lalu masuk.",
                "Bu Endang: Selamat pagi Bu Endang. Kecamatan Suradadi: 2 baru, 0 terlambat, 0 rujukan menunggu telaah, 1 unit tanpa kegiatan. Papan: buka https://admin.example/papan lalu masuk.",
            ],
            await DigestAsync(world, "2026-11-13 08:15"));

        await world.AtAsync("2026-11-17 09:20");

        Assert.Equal(
            [
                "Bu Lestari: Selamat pagi Bu Lestari. Hari ini: 1 baru, 0 jatuh tempo, 1 terlambat. Naik dari unit dan masih terlambat: 1. Papan: buka https://admin.example/papan lalu masuk.",
                "Pak Tri: Selamat pagi Pak Tri. Hari ini: 1 baru, 0 jatuh tempo, 1 terlambat. Naik dari unit dan masih terlambat: 3. Papan: buka https://admin.example/papan lalu masuk.",
                "Bu Endang: Selamat pagi Bu Endang. Kecamatan Suradadi: 2 baru, 2 terlambat, 0 rujukan menunggu telaah, 1 unit tanpa kegiatan. Papan: buka https://admin.example/papan lalu masuk.",
            ],
            await DigestAsync(world, "2026-11-18 08:15"));
    }

    [Fact]
    public async Task A_unit_that_alone_works_on_cuti_bersama_alone_has_its_list()
    {
        await using var world = await WorldOfTwoUnitsAsync("2026-12-22 09:20");
        await world.WithAsync<SpecialHours, bool>(hours => hours.SetJointLeaveAsync("33.28", "UNIT-1", works: true, default));
        await CalendarsAsync(world);

        Assert.Equal(
            ["Wati: Selamat pagi Wati. Hari ini: 1 baru, 0 jatuh tempo, 1 terlambat, 0 kunjungan. Daftarnya: buka https://admin.example/tugas lalu masuk."],
            await DigestAsync(world, "2026-12-24 08:15"));
        Assert.Empty(await DigestAsync(world, "2026-12-25 08:15"));
    }

    [Fact]
    public async Task A_unit_that_is_closed_alone_has_no_list()
    {
        await using var world = await WorldOfTwoUnitsAsync("2026-11-12 09:20");
        var day = new DateOnly(2026, 11, 13);
        await world.WithAsync<LocalDays, bool>(days => days.CloseAsync(new UnitClosure { RegencyCode = "33.28", UnitCode = "UNIT-1", FirstDay = day, LastDay = day, Reason = "banjir" }, default));
        await CalendarsAsync(world);

        Assert.Equal(["Bu Endang", "Rini"], (await DigestAsync(world, "2026-11-13 08:15")).Select(told => told.Split(':')[0]).Order());
        Assert.Equal(["Bu Endang", "Rini", "Wati"], (await DigestAsync(world, "2026-11-16 08:15")).Select(told => told.Split(':')[0]).Order());
    }

    [Fact]
    public async Task The_list_waits_where_the_office_opens_later()
    {
        await using var world = await WorldOfTwoUnitsAsync("2026-11-12 09:20");
        await world.QueryAsync(storage => storage.Set<PuskesosUnit>().Where(unit => unit.Code == "UNIT-1")
            .ExecuteUpdateAsync(unit => unit.SetProperty(row => row.Opens, new TimeOnly(9, 0)).SetProperty(row => row.Closes, new TimeOnly(15, 0))));

        await DigestAsync(world, "2026-11-13 08:15");

        var from = await world.QueryAsync(storage => storage.Outbox.Where(row => row.TextKey == OfficerMessages.MorningDigest_ToOfficer).OrderBy(row => row.Id).Select(row => row.NotBefore).ToListAsync());
        Assert.Equal([ReminderWorld.Wib("2026-11-13 08:15"), ReminderWorld.Wib("2026-11-13 09:00")], from);
    }

    /// <summary>Rini's unit and Wati's, with a new case each, and their TKSK.</summary>
    private static async Task<ReminderWorld> WorldOfTwoUnitsAsync(string now)
    {
        var world = await ReminderWorld.CreateAsync(now);
        await world.UnitAsync(1);
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.OfficerAsync("Wati", Role.FrontOffice, unit: 1);
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        await world.FileAsync();
        await world.FileAsync(unit: 1);
        return world;
    }

    /// <summary>The decrees and what the test set, as every process reads them.</summary>
    private static Task<bool> CalendarsAsync(ReminderWorld world) => world.WithAsync<WorkCalendarBook, bool>(book => world.ChangeAsync(async storage =>
    {
        await HolidaySeed.AddMissingYearsAsync(storage, default);
        await book.RefreshAsync(storage, default);
        return true;
    }));

    private static async Task<IReadOnlyList<string>> DigestAsync(ReminderWorld world, string at)
    {
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib(at));
        await world.Make<MorningDigestJob>().RunAsync(default);
        return await world.ToldAfterAsync(before);
    }
}
