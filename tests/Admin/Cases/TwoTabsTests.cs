using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>The same officer with the same page open twice.</summary>
public sealed class TwoTabsTests
{
    [Fact]
    public async Task A_refusal_proposed_in_two_tabs_is_one()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var agus = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = $"/kasus/{filed.Ticket}/tolak";
        var (one, two) = (await app.OpenAsync(agus), await app.OpenAsync(agus));
        var version = await one.VersionAsync(filed.Ticket);
        (string, string)[] Form(string words) => [("Form.Versi", version), ("Form.Sebab", "CivilDataDiffers"), ("Form.Alasan", words), ("Form.Langkah", "Ke Dukcapil dulu")];
        var (tokenOne, tokenTwo) = (await one.TokenAsync(page), await two.TokenAsync(page));

        var both = await Task.WhenAll(
            one.PostBareAsync($"{page}?handler=propose", [.. Form("NIK tidak padan"), ("__RequestVerificationToken", tokenOne)]),
            two.PostBareAsync($"{page}?handler=propose", [.. Form("NIK tidak padan"), ("__RequestVerificationToken", tokenTwo)]));
        var other = await two.PostBareAsync($"{page}?handler=propose", [.. Form("Alasan lain"), ("__RequestVerificationToken", tokenTwo)]);

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from case_events where kind = 'RefusalProposed'"));
        Assert.Equal("NIK tidak padan", (await world.ReadAsync(filed.Id)).Items.Single().Refusal!.Words);
        Assert.Empty(await world.ToldAsync(filed.Id));
    }
}
