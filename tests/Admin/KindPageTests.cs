using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

/// <summary>The PPKS kind is noted by an officer, stands in the history, and makes a case as secret as DOMAIN §4.4 says.</summary>
public sealed class KindPageTests
{
    [Fact]
    public async Task A_kind_is_noted_and_shown_and_can_be_taken_away()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (browser, filed) = (await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor))), await world.CaseAsync(needs: "LANSIA"));
        var page = $"/kasus/{filed.Ticket}/ppks";

        await browser.PostAsync(page, page, ("jenis", "8"));

        var shown = await world.ReadAsync(filed.Id);
        Assert.Equal((8, Secrecy.Ordinary), (shown.PpksKind, shown.Secrecy));
        var words = await browser.TextAsync($"/kasus/{filed.Ticket}");
        Assert.Contains("Jenis PPKS: Lanjut usia terlantar", words, StringComparison.Ordinal);
        await browser.PostAsync(page, page, ("jenis", ""));
        Assert.Null((await world.ReadAsync(filed.Id)).PpksKind);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(page, page, ("jenis", "27"))).StatusCode);
    }

    [Fact]
    public async Task A_kind_of_violence_makes_the_case_secret_for_good()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (browser, filed) = (await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor))), await world.CaseAsync(needs: "LANSIA"));
        var page = $"/kasus/{filed.Ticket}/ppks";

        var noted = await browser.PostAsync(page, page, ("jenis", "19"));

        Assert.Equal("/kasus", noted.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/kasus/{filed.Ticket}")).StatusCode);
        var endang = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        await endang.PostAsync(page, page, ("jenis", "24"));
        var kept = await world.ReadAsync(filed.Id);
        Assert.Equal((24, Secrecy.Secret), (kept.PpksKind, kept.Secrecy));
    }
}
