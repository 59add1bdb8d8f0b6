using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>Everybody on one family card, with their tickets; and the same need of the same person, shown while the next one is typed.</summary>
public sealed class HouseholdTests
{
    private const string Kk = "3328062001110004";

    [Fact]
    public async Task A_case_shows_the_family_on_the_same_card_and_the_card_is_found_by_its_number()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var secret = await SecretAsync(world);
        foreach (var (name, need) in new[] { ("Sarinah", "BANSOS_USUL"), ("Darsono", "SKTM") })
            await browser.PostAsync("/loket", "/loket", ("Form.Nama", name), ("Form.Desa", "33.28.16.2007"), ("Form.Keperluan", need), ("Form.Cerita", "Belum dapat"), ("Form.Izin", "true"), ("Form.Kk", Kk));
        await world.Database.ScalarAsync("update residents set kk_index = $1 where id = $2", world.Cipher.Index("kk", Kk), secret.ReporterId);
        var found = WebUtility.HtmlDecode(await (await browser.PostAsync("/kasus", "/kasus", ("cari", Kk))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var first = (string)(await world.Database.ScalarAsync("select ticket from cases where secrecy = 0 order by id limit 1"))!;
        var page = await browser.TextAsync($"/kasus/{first}");

        Assert.Contains("Keluarga satu KK", page, StringComparison.Ordinal);
        Assert.Contains("Darsono", page, StringComparison.Ordinal);
        Assert.Contains("Surat tidak mampu (SKTM)", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Ticket, page, StringComparison.Ordinal);
        Assert.Contains("Sarinah", found, StringComparison.Ordinal);
        Assert.Contains("Darsono", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_need_of_the_same_person_is_shown_at_intake_for_thirty_days()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(rini);
        (string, string)[] form = [("Form.Nama", "Sarinah"), ("Form.Desa", "33.28.16.2007"), ("Form.Cerita", "PKH belum masuk"), ("Form.Izin", "true"), ("Form.Keperluan", "BANSOS_USUL")];
        await browser.PostAsync("/loket", "/loket", form);
        var ticket = (string)(await world.Database.ScalarAsync("select ticket from cases"))!;
        async Task<string> AgainAsync(string need) =>
            await (await browser.PostAsync("/loket", "/loket", [.. form[..^1], ("Form.Keperluan", need)])).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(ticket, await AgainAsync("BANSOS_USUL"), StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, await AgainAsync("SKTM"), StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.DoesNotContain(ticket, await AgainAsync("BANSOS_USUL"), StringComparison.Ordinal);
    }

    /// <summary>A case whose number is beyond those of the walk-ins here.</summary>
    private static async Task<Case> SecretAsync(DeskWorld world)
    {
        foreach (var name in new[] { "Dedi", "Agus", "Sari" }) await world.OfficerAsync(name, (Role.BackOffice, DeskWorld.Jatibogor));
        return await world.CaseAsync(secrecy: Secrecy.Confidential);
    }
}
