using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Settings;

/// <summary>Who set what, with what held before, on the page where it is set.</summary>
public sealed class SettingHistoryTests : IAsyncLifetime
{
    private DeskWorld world = null!;
    private AdminApp app = null!;
    private Browser dinsos = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DeskWorld.CreateAsync();
        app = new AdminApp(world);
        dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_free_day_and_a_closure_are_set_and_taken_back_in_the_history()
    {
        await dinsos.PostAsync("/kalender", "/kalender?handler=holiday", ("hari", "13-11-2026"), ("nama", "Hari jadi kabupaten"));
        await dinsos.PostAsync("/kalender", "/kalender?handler=close", ("unit", DeskWorld.Jatibogor), ("dari", "16-11-2026"), ("sampai", "17-11-2026"), ("alasan", "Banjir"));
        var day = $"{await world.Database.ScalarAsync("select id from holidays where regency_code is not null")}";
        var closure = $"{await world.Database.ScalarAsync("select id from unit_closures")}";
        await dinsos.PostAsync("/kalender", "/kalender?handler=remove", ("id", day));
        await dinsos.PostAsync("/kalender", "/kalender?handler=reopen", ("id", closure));

        var page = await dinsos.TextAsync("/kalender");

        foreach (var words in new[] { "Libur 13 Nov 2026", "ditetapkan: Hari jadi kabupaten", "dicabut: Hari jadi kabupaten", "Unit tutup: Puskesos Jatibogor", "dicabut: 16 Nov 2026 – 17 Nov 2026 · Banjir", "Bu Dewi" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(4L, await world.Database.ScalarAsync("select count(*) from setting_changes"));
    }

    [Fact]
    public async Task A_change_that_was_not_made_leaves_no_line()
    {
        await dinsos.PostAsync("/kalender", "/kalender?handler=holiday", ("hari", "13-11-2026"), ("nama", "Hari jadi kabupaten"));
        await dinsos.PostAsync("/kalender", "/kalender?handler=holiday", ("hari", "13-11-2026"), ("nama", "Lagi"));
        await dinsos.PostAsync("/kalender", "/kalender?handler=remove", ("id", "99999"));

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from setting_changes"));
    }

    [Fact]
    public async Task The_hours_of_Ramadan_and_of_joint_leave_show_who_changed_them()
    {
        await dinsos.PostAsync("/kalender/jam", "/kalender/jam?handler=ramadan", ("dari", "08-02-2027"), ("sampai", "09-03-2027"));
        await dinsos.PostAsync("/kalender/jam", "/kalender/jam?handler=leave", ("unit", DeskWorld.Jatibogor), ("kerja", "true"));
        await dinsos.PostAsync("/kalender/jam", "/kalender/jam?handler=leave", ("unit", DeskWorld.Jatibogor), ("kerja", "false"));

        var page = await dinsos.TextAsync("/kalender/jam");

        foreach (var words in new[] { "ditetapkan: 8 Feb 2027 – 9 Mar 2027", "Cuti bersama: Puskesos Jatibogor", "dari ", "Bu Dewi" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(3L, await world.Database.ScalarAsync("select count(*) from setting_changes"));
    }

    [Fact]
    public async Task A_units_card_and_hours_show_what_stood_there_before()
    {
        var unit = $"/unit/{DeskWorld.Jatibogor}";
        await dinsos.PostAsync(unit, $"{unit}?handler=hours", ("buka", "08:00"), ("tutup", "14:00"));
        await dinsos.PostAsync(unit, $"{unit}?handler=hours", ("buka", "08:00"), ("tutup", "15:30"));
        await dinsos.PostAsync(unit, $"{unit}?handler=card", ("Form.Nama", "Puskesos Jatibogor Baru"), ("Form.Alamat", "Balai desa baru"), ("Form.Telepon", "0812-0000-0100"));

        var page = await dinsos.TextAsync(unit);

        foreach (var words in new[] { "dari 08.00–14.00 menjadi 08.00–15.30", "dari Puskesos Jatibogor menjadi Puskesos Jatibogor Baru", "Balai desa baru", "Bu Dewi" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Puskesos Jatibogor Baru", await dinsos.TextAsync($"/unit/{DeskWorld.Yamansari}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_shows_every_change_not_only_the_last()
    {
        await dinsos.PostAsync("/instansi/baru", "/instansi/baru", ("Form.Jenis", "CivilRegistry"), ("Form.Nama", "Dukcapil"), ("Form.Telepon", "(0283) 1"), ("Form.Aktif", "true"));
        var page = $"/instansi/{await world.Database.ScalarAsync("select id from agencies where name = 'Dukcapil'")}";
        foreach (var phone in new[] { "(0283) 2", "(0283) 3" })
            await dinsos.PostAsync(page, page, ("Form.Jenis", "CivilRegistry"), ("Form.Nama", "Dukcapil"), ("Form.Telepon", phone), ("Form.Aktif", "true"));

        var text = await dinsos.TextAsync(page);

        foreach (var words in new[] { "ditetapkan: Dukcapil", "dari (0283) 1 menjadi (0283) 2", "dari (0283) 2 menjadi (0283) 3" }) Assert.Contains(words, text, StringComparison.Ordinal);
    }
}
