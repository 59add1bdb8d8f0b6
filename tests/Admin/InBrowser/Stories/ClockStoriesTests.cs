using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>Stories that hang on the calendar: each on a ground of its own.</summary>
public sealed class ClockStoriesTests
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_7_a_case_before_idulfitri_is_due_after_the_holidays(int width)
    {
        await using var ground = await BegunAsync("2026-03-17 09:40");
        await using var stage = await ground.StageAsync(width);
        var resident = await stage.ResidentAsync();
        await resident.FileAsync("Kusmiyati", 5, 1, "surat untuk berobat");
        var ticket = await resident.TicketAsync();

        Assert.Contains("memeriksa paling lambat Rabu, 25 Maret", await resident.AllAsync(), StringComparison.Ordinal);
        await stage.ShootAsync(resident.Page, "07-tiket");
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        ground.World.Clock.SetUtcNow(At("2026-03-24 14:00"));
        await rini.OpenFromQueueAsync(ticket);
        await rini.SeesAsync("Rab 25 Mar");
        Assert.Equal(0, await rini.Page.Locator("main .clock.late").CountAsync());
        await rini.ShootAsync("07-hari-libur");
        ground.World.Clock.SetUtcNow(At("2026-03-25 15:30"));
        await rini.OpenFromQueueAsync(ticket);
        Assert.Equal(1, await rini.Page.Locator("main .clock.late").CountAsync());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_8_a_silent_unit_is_late_on_the_board_and_the_resident_is_told_who_has_it_now(int width)
    {
        await using var ground = await BegunAsync("2026-11-12 09:20");
        await using var stage = await ground.StageAsync(width);
        var world = ground.World;
        foreach (var (name, role, area) in new[] { ("Rini", Role.FrontOffice, DeskWorld.Jatibogor), ("Agus", Role.BackOffice, DeskWorld.Jatibogor), ("Bu Lestari", Role.Slrt, DeskWorld.Tegal) })
            await LinkAsync(world, await world.OfficerAsync(name, (role, area)));
        var tksk = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        await LinkAsync(world, tksk);
        var resident = await stage.ResidentAsync();
        await resident.FileAsync("Wasripah", 5, 1, "surat untuk berobat");
        var ticket = await resident.TicketAsync();

        foreach (var moment in new[] { "2026-11-12 11:30", "2026-11-12 13:30", "2026-11-13 09:30", "2026-11-16 09:30", "2026-11-17 09:30" })
        {
            world.Clock.SetUtcNow(At(moment));
            await ground.Bot.Services.GetRequiredService<DueReminderJob>().RunAsync(TestContext.Current.CancellationToken);
        }

        await ground.SendAsync();
        await resident.ReadsAsync($"Mohon maaf, tiket {ticket} terlambat. Sekarang ditangani Bu Endang (TKSK).");
        await stage.ShootAsync(resident.Page, "08-maaf");
        var endang = await stage.ReturnAsync(tksk);
        await endang.Page.GotoAsync("/papan");
        await endang.SeesAsync("1 terlambat");
        await endang.ShootAsync("08-papan");
        await endang.OpenFromQueueAsync(ticket);
        foreach (var line in new[] { "Diingatkan", "Dinaikkan ke atasan di unit", "Dinaikkan ke TKSK", "Dinaikkan ke SLRT dan Dinsos", "Lewat" }) await endang.SeesAsync(line);
        await endang.ShootAsync("08-kasus");
    }

    [Fact]
    public async Task Story_14_a_tksk_reads_the_half_month_of_eleven_villages()
    {
        await using var ground = await BegunAsync("2026-11-02 09:00");
        var world = ground.World;
        var villages = await UnitsAsync(world);
        Assert.Equal(11, villages.Count);
        for (var day = 0; day < villages.Count; day++)
        {
            await world.CaseAsync(unit: $"PKS-{villages[day]}", village: villages[day], needs: day % 2 == 0 ? "SKTM" : "BANSOS_USUL");
            world.Clock.Advance(TimeSpan.FromDays(1));
        }

        world.Clock.SetUtcNow(At("2026-11-16 09:00"));
        var tksk = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        foreach (var width in new[] { 360, 1280 })
        {
            await using var stage = await ground.StageAsync(width);
            var endang = await stage.ReturnAsync(tksk);
            await endang.Page.ClickAsync("nav a[href='/laporan']");
            await endang.Page.SelectOptionAsync("#masa", "2026-11-1");
            await endang.PressAsync("Tampilkan");
            await endang.SeesAsync("1–15 November 2026");
            await endang.SeesAsync("Kecamatan Suradadi");
            foreach (var village in new[] { "Karangwuluh", "Jatibogor", "Bojongsana" }) await endang.SeesAsync(village);
            await endang.ShootAsync("14-laporan");
            Assert.Equal(404, await endang.StatusAsync("/laporan?wil=33.28.06&masa=2026-11-1"));
        }
    }

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    private static async Task<StoryGround> BegunAsync(string local)
    {
        var ground = new StoryGround();
        await ground.InitializeAsync();
        ground.World.Clock.SetUtcNow(At(local));
        return ground;
    }

    /// <summary>A phone for notices.</summary>
    private static async Task LinkAsync(DeskWorld world, OfficerReach officer) =>
        await world.Database.ScalarAsync("insert into officer_links (officer_id, address_id, linked_at) values ($1, $2, $3)", officer.OfficerId, await world.ChatAsync(), world.Clock.GetUtcNow());

    /// <summary>Every village of Suradadi has a unit of its own.</summary>
    private static async Task<IReadOnlyList<string>> UnitsAsync(DeskWorld world)
    {
        await using var work = world.Open();
        var villages = work.Storage.Set<Village>().Where(row => row.SubDistrictCode == DeskWorld.Suradadi).OrderBy(row => row.Code).ToList();
        var served = work.Storage.Set<PuskesosUnit>().Select(row => row.AreaCode).ToHashSet();
        work.Storage.AddRange(villages.Where(village => !served.Contains(village.Code)).Select(village => new PuskesosUnit
        {
            Code = $"PKS-{village.Code}",
            Name = $"Puskesos {village.Name}",
            Kind = UnitKind.Desa,
            AreaCode = village.Code,
            RegencyCode = DeskWorld.Tegal,
            Opens = new TimeOnly(8, 0),
            Closes = new TimeOnly(15, 0),
            ValidFrom = new DateOnly(2026, 1, 1),
        }));
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. villages.Select(village => village.Code)];
    }
}
