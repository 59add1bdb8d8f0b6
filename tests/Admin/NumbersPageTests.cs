using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class NumbersPageTests
{
    private const string Nik = "3328164107650001";
    private const string Kk = "3328160101200002";

    [Fact]
    public async Task Numbers_are_masked_until_a_reason_is_given_and_the_reason_stays()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (browser, filed) = (await app.OpenAsync(rini), await CaseAsync(world));
        var page = $"/kasus/{filed.Ticket}/nik";

        Assert.DoesNotContain(Nik, await browser.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, await browser.TextAsync(page), StringComparison.Ordinal);
        foreach (var reason in new[] { "", "cek", new string('a', 301) })
        {
            var refused = await browser.PostAsync(page, page, ("alasan", reason));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.DoesNotContain(Nik, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.DoesNotContain((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Revealed);
        var shown = await browser.PostAsync(page, page, ("alasan", "mengisi usulan di SIKS-NG"));

        var words = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Nik, words, StringComparison.Ordinal);
        Assert.Contains(Kk, words, StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.Equal(rini.OfficerId, Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Revealed).OfficerId);
        var history = await browser.TextAsync($"/kasus/{filed.Ticket}");
        Assert.Contains("NIK dibuka", history, StringComparison.Ordinal);
        Assert.Contains("mengisi usulan di SIKS-NG", history, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.VillageHead, DeskWorld.Jatibogor)]
    [InlineData(Role.Fasilitator, DeskWorld.Jatibogor)]
    [InlineData(Role.Slrt, DeskWorld.Tegal)]
    [InlineData(Role.FrontOffice, DeskWorld.Yamansari)]
    public async Task Others_do_not_open_numbers(Role role, string area)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (browser, filed) = (await app.OpenAsync(await world.OfficerAsync("A", (role, area))), await CaseAsync(world));
        var page = $"/kasus/{filed.Ticket}/nik";

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", page, ("alasan", "mengisi usulan di SIKS-NG"))).StatusCode);
        Assert.DoesNotContain((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Revealed);
    }

    [Fact]
    public async Task Looking_at_a_chat_without_a_case_is_kept_once_an_hour()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (browser, chat) = (await app.OpenAsync(rini), await world.ChatAsync());
        await world.Database.ScalarAsync("update conversations set help_wanted_at = $1, help_unit_code = $2 where id = $3", world.Clock.GetUtcNow(), DeskWorld.Jatibogor, chat);

        await browser.TextAsync($"/bicara/{chat}");
        await browser.TextAsync($"/bicara/{chat}");
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from chat_views where officer_id = $1 and conversation_id = $2", rini.OfficerId, chat));
        world.Clock.Advance(TimeSpan.FromHours(2));
        await browser.TextAsync($"/bicara/{chat}");

        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from chat_views"));
    }

    private static async Task<Case> CaseAsync(DeskWorld world)
    {
        var filed = await world.CaseAsync();
        await world.Database.ScalarAsync(
            "update residents set nik_cipher = $1, nik_last_four = '0001', kk_cipher = $2, kk_last_four = '0002' where id = $3", world.Cipher.Seal(Nik), world.Cipher.Seal(Kk), filed.ReporterId);
        return filed;
    }
}
