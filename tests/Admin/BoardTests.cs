using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class BoardTests
{
    [Fact]
    public async Task The_tksk_sees_own_units_and_what_waits_for_review()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var waiting = await world.CaseAsync(status: CaseStatus.ReferralReview);
        var elsewhere = await world.CaseAsync(unit: DeskWorld.Yamansari, status: CaseStatus.ReferralReview, village: "33.28.06.2005");
        var browser = await app.OpenAsync(endang);

        var board = await browser.TextAsync("/papan");

        Assert.Contains(waiting.Ticket, board, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Ticket, board, StringComparison.Ordinal);
        Assert.Contains("Puskesos Jatibogor", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Puskesos Yamansari", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_office_has_no_board_and_absences_of_others_are_not_its_to_set()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var far = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var browser = await app.OpenAsync(rini);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/papan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/kasus", "/papan?handler=absence", ("id", $"{rini.OfficerId}"), ("sampai", "2026-11-20"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.OpenAsync(endang)).PostAsync("/papan", "/papan?handler=absence", ("id", $"{far.OfficerId}"), ("sampai", "2026-11-20"))).StatusCode);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_ends_nobodys_absence()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        await browser.PostAsync("/papan", "/papan?handler=absence", ("id", $"{rini.OfficerId}"), ("sampai", "20/11/2026"));

        var typo = await browser.PostAsync("/papan", "/papan?handler=absence", ("id", $"{rini.OfficerId}"), ("sampai", "besok lusa"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, typo.StatusCode);
        await using var work = world.Open();
        Assert.Equal(new DateOnly(2026, 11, 20), (await work.Storage.Users.FindAsync([rini.OfficerId], TestContext.Current.CancellationToken))!.AbsentUntil);
    }
}
