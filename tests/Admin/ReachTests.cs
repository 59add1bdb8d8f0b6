using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

/// <summary>Who sees which case: every role, at home and elsewhere, for every level of secrecy. Seen = 200 and in the queue; else 404 and not there.</summary>
public sealed class ReachTests
{
    private static readonly (string Role, Func<DeskWorld, Task<OfficerReach>> Make, string Sees)[] Officers =
    [
        ("front office", world => world.OfficerAsync("A", (Role.FrontOffice, DeskWorld.Jatibogor)), "S0 S2"),
        ("back office", world => world.OfficerAsync("B", (Role.BackOffice, DeskWorld.Jatibogor)), "S0 S2"),
        ("fasilitator", world => world.OfficerAsync("C", (Role.Fasilitator, DeskWorld.Jatibogor)), "S0"),
        ("data operator", world => world.OfficerAsync("D", (Role.DataOperator, DeskWorld.Jatibogor)), "S0"),
        ("village head", world => world.OfficerAsync("E", (Role.VillageHead, DeskWorld.Jatibogor)), "S0"),
        ("tksk on duty", world => world.OfficerAsync("F", (Role.Tksk, DeskWorld.Suradadi)), "S0 S2 S1"),
        ("pkh", world => world.OfficerAsync("G", (Role.Pkh, DeskWorld.Suradadi)), ""),
        ("slrt", world => world.OfficerAsync("H", (Role.Slrt, DeskWorld.Tegal)), "S0 other"),
        ("dinsos on duty", world => world.OfficerAsync("I", (Role.Dinsos, DeskWorld.Tegal)), "S0 S2 S1 other bypass"),
        ("data protection", world => world.OfficerAsync("J", (Role.DataProtection, DeskWorld.Tegal)), ""),
        ("front office elsewhere", world => world.OfficerAsync("K", (Role.FrontOffice, DeskWorld.Yamansari)), "other"),
        ("tksk elsewhere", world => world.OfficerAsync("L", (Role.Tksk, DeskWorld.Lebaksiu)), "other"),
    ];

    [Fact]
    public async Task Every_role_sees_what_it_may_and_nothing_else()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var cases = new Dictionary<string, Case>
        {
            ["S0"] = await world.CaseAsync(),
            ["S2"] = await world.CaseAsync(secrecy: Secrecy.Confidential, needs: "JIWA"),
            ["S1"] = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN"),
            ["other"] = await world.CaseAsync(unit: DeskWorld.Yamansari, village: "33.28.06.2005"),
            ["bypass"] = await world.CaseAsync(unit: DeskWorld.Dinsos, secrecy: Secrecy.Confidential, needs: "PUNGLI"),
        };

        var wrong = new List<string>();
        foreach (var (role, make, sees) in Officers)
        {
            var browser = await app.OpenAsync(await make(world));
            var queue = await browser.TextAsync("/kasus");
            foreach (var (kind, filed) in cases)
            {
                var expected = sees.Split(' ').Contains(kind);
                var page = await browser.GetAsync($"/kasus/{filed.Ticket}");
                var acted = await browser.PostAsync("/akun", $"/kasus/{filed.Ticket}?handler=note", ("Form.Balas", "catatan"));
                if (page.StatusCode != (expected ? HttpStatusCode.OK : HttpStatusCode.NotFound)) wrong.Add($"{role} {kind}: page {page.StatusCode}");
                if (queue.Contains(filed.Ticket, StringComparison.Ordinal) != expected) wrong.Add($"{role} {kind}: queue");
                if (!expected && acted.StatusCode != HttpStatusCode.NotFound) wrong.Add($"{role} {kind}: acted {acted.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Out_of_reach_reads_exactly_as_not_there()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var elsewhere = await app.OpenAsync(await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari)));
        var filed = await world.CaseAsync();

        var hidden = await elsewhere.GetAsync($"/kasus/{filed.Ticket}");
        var missing = await elsewhere.GetAsync("/kasus/TGL-2611-9999-9");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, missing.StatusCode));
        Assert.Equal(WithoutTokens(await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), WithoutTokens(await hidden.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_village_head_reads_and_moves_nothing()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var head = await app.OpenAsync(await world.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        var page = $"/kasus/{filed.Ticket}";

        Assert.DoesNotContain("Mulai periksa", await head.TextAsync(page), StringComparison.Ordinal);
        foreach (var action in new[] { "move", "write", "note", "take", "chat" })
            Assert.Equal(HttpStatusCode.Conflict, (await head.PostAsync(page, $"{page}?handler={action}", ("aksi", "StartCheck"), ("Form.Balas", "halo"))).StatusCode);

        Assert.Equal(CaseStatus.New, (await world.ReadAsync(filed.Id)).Status);
        Assert.Empty(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task A_secret_case_shows_neither_name_nor_need_in_the_queue()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var endang = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");

        var queue = await endang.TextAsync("/kasus");

        Assert.Contains("Kasus rahasia", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("Sarinah", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("Kekerasan", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("TGL-", await (await endang.PostAsync("/kasus", "/kasus", ("cari", "Sarinah"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string WithoutTokens(string html) =>
        string.Join('\n', html.Split('\n').Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)));
}
