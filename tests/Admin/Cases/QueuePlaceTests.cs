using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>The queue keeps its place: list, page, search and row.</summary>
public sealed class QueuePlaceTests
{
    [Fact]
    public async Task The_way_back_leads_to_the_list_and_row_one_came_from()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();

        var list = await browser.TextAsync("/kasus?daftar=giliran");
        var page = await browser.TextAsync($"/kasus/{filed.Ticket}");

        Assert.Contains($"<li id=\"{filed.Ticket}\">", list, StringComparison.Ordinal);
        Assert.Contains($"href=\"/kasus?daftar=giliran#{filed.Ticket}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_found_again_without_its_words_in_an_address_and_is_gone_after_signing_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        await browser.PostAsync("/kasus", "/kasus", ("cari", "Sarinah"));

        Assert.Contains($"href=\"/kasus?lagi=true#{filed.Ticket}\"", await browser.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
        Assert.Contains("value=\"Sarinah\"", await browser.TextAsync("/kasus?lagi=true"), StringComparison.Ordinal);
        await browser.TextAsync("/kasus?daftar=unit");
        Assert.DoesNotContain("value=\"Sarinah\"", await browser.TextAsync("/kasus?lagi=true"), StringComparison.Ordinal);
        await browser.PostAsync("/kasus", "/kasus", ("cari", "Sarinah"));
        await browser.PostAsync("/kasus", "/keluar");
        var next = await app.OpenAsync(await world.OfficerAsync("Dedi", (Role.FrontOffice, DeskWorld.Jatibogor)));
        Assert.DoesNotContain("lagi=true", await next.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
    }
}
