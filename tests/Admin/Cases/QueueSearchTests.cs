using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

public sealed class QueueSearchTests
{
    [Fact]
    public async Task The_end_of_a_ticket_is_enough_and_finds_nothing_out_of_reach()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (here, there) = (await world.CaseAsync(), await world.CaseAsync(unit: DeskWorld.Yamansari, village: "33.28.06.2005"));
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        Assert.Contains(here.Ticket, await FoundAsync(rini, Ticket.ShortOf(here.Ticket)), StringComparison.Ordinal);
        Assert.DoesNotContain(there.Ticket, await FoundAsync(rini, Ticket.ShortOf(there.Ticket)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_about_the_unit_is_found_by_nobody_there_in_any_way_of_searching()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await world.CaseAsync(DeskWorld.Dinsos, Secrecy.Confidential, needs: "PUNGLI");
        await using (var work = world.Open())
        {
            var person = (await work.Storage.Residents.FindAsync([filed.ReporterId], TestContext.Current.CancellationToken))!;
            (person.NikIndex, person.KkIndex, person.PhoneIndex) = (world.Cipher.Index("nik", "3328164107650001"), world.Cipher.Index("kk", "3328160101200002"), world.Cipher.Index("phone", "+6281200000113"));
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (role, area) in new[] { (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor), (Role.VillageHead, DeskWorld.Jatibogor), (Role.Tksk, DeskWorld.Suradadi), (Role.Slrt, DeskWorld.Tegal) })
        {
            var browser = await app.OpenAsync(await world.OfficerAsync("A", (role, area)));
            foreach (var words in new[] { "Sarinah", "3328164107650001", "3328160101200002", "0812 0000 0113", Ticket.ShortOf(filed.Ticket) })
                Assert.DoesNotContain(filed.Ticket, await FoundAsync(browser, words), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_board_counts_all_that_waits_and_leads_to_the_rest()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        for (var made = 0; made < 52; made++) await world.CaseAsync(status: CaseStatus.ReferralReview);
        var endang = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));

        Assert.Contains("Menunggu telaah <span>52</span>", await endang.TextAsync("/papan"), StringComparison.Ordinal);
        var rest = await endang.TextAsync("/kasus?daftar=telaah&hal=2");
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(rest, "<li id=\"TGL-"));
    }

    [Fact]
    public async Task The_newest_of_very_many_namesakes_are_found_and_the_older_ones_are_not()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var first = await world.CaseAsync();
        await using (var work = world.Open())
            await work.Storage.Database.ExecuteSqlAsync($"insert into residents (regency_code, name, created_at) select {DeskWorld.Tegal}, 'Sarinah', {world.Clock.GetUtcNow()} from generate_series(1, 4100)", TestContext.Current.CancellationToken);
        var last = await world.CaseAsync();
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var found = await FoundAsync(rini, "sarinah");

        Assert.Contains(last.Ticket, found, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Ticket, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sari%h")]
    [InlineData("sari_ah")]
    [InlineData(@"sari
ah")]
    public async Task Signs_of_the_database_are_letters_like_others(string words)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (plain, signed) = (await world.CaseAsync(), await world.CaseAsync());
        await using (var work = world.Open())
        {
            (await work.Storage.Residents.FindAsync([signed.ReporterId], TestContext.Current.CancellationToken))!.Name = $"Ibu {words}";
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var found = await FoundAsync(rini, words);

        Assert.Contains(signed.Ticket, found, StringComparison.Ordinal);
        Assert.DoesNotContain(plain.Ticket, found, StringComparison.Ordinal);
    }

    private static async Task<string> FoundAsync(Browser browser, string words)
    {
        var answer = await browser.PostAsync("/kasus", "/kasus", ("cari", words));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return html[html.IndexOf("</form>", html.IndexOf("class=\"search\"", StringComparison.Ordinal), StringComparison.Ordinal)..];
    }
}
