using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;

namespace Puskesos.Tests.Admin;

/// <summary>Every page × every role × every level of secrecy, at home and elsewhere: open (200) or not there (404). A page without a line here fails the test.</summary>
public sealed class PageMatrixTests
{
    private const string Everybody = "front-office back-office fasilitator data-operator village-head tksk pkh slrt dinsos dpo elsewhere tksk-elsewhere";
    private const string Dinsos = "dinsos";
    private const string Supervisors = "tksk slrt dinsos tksk-elsewhere";

    /// <summary>Whose numbers may be opened, among those who see the case.</summary>
    private const string Revealing = "front-office back-office data-operator tksk dinsos elsewhere tksk-elsewhere";

    /// <summary>Who may note of which kind a person is.</summary>
    private const string NotingKinds = "front-office back-office fasilitator tksk slrt dinsos elsewhere tksk-elsewhere";

    /// <summary>Before signing in, and what is shown for a refusal; the door has tests of its own.</summary>
    private static readonly string[] Open = ["masuk", "masuk/kode", "undangan/{token}", "keluar", "tidak-ada"];

    /// <summary>Pages that hang on no case: who gets in (DOMAIN §3).</summary>
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["kasus"] = Everybody,
        ["akun"] = Everybody,
        ["akun/dua-langkah"] = Everybody,
        ["lainnya"] = Everybody,
        ["program"] = Everybody,
        ["program/{which}"] = Dinsos,
        ["loket"] = "front-office back-office slrt dinsos elsewhere",
        ["papan"] = Supervisors,
        ["laporan"] = "front-office back-office village-head tksk slrt dinsos elsewhere tksk-elsewhere",
        ["wilayah"] = Supervisors,
        ["wilayah/nama"] = Supervisors,
        ["tugas-berkala"] = "slrt dinsos",
        ["rujukan"] = "slrt dinsos",
        ["pengaturan/tenggat"] = Dinsos,
        ["jejak-berkas"] = "dpo",
        ["penghapusan-berkas"] = "dpo",
        ["darurat"] = Supervisors,
        ["darurat/{id:long}"] = "tksk dinsos",
        ["bicara/{id:long}"] = "front-office back-office tksk slrt",
        ["petugas"] = Dinsos,
        ["petugas/baru"] = Dinsos,
        ["petugas/{id:long}"] = Dinsos,
        ["teks"] = Dinsos,
        ["teks/{key}"] = Dinsos,
        ["kalender"] = Dinsos,
        ["kategori"] = Dinsos,
        ["kategori/{code}"] = Dinsos,
        ["kata"] = Dinsos,
        ["unit"] = Dinsos,
        ["unit/{code}"] = Dinsos,
        ["langkah"] = "slrt dinsos",
        ["usulan"] = "front-office back-office fasilitator data-operator tksk slrt dinsos elsewhere tksk-elsewhere",
        ["buletin"] = Everybody,
        ["buletin/{id:long}"] = Everybody,
        ["instansi"] = Everybody,
        ["instansi/{which}"] = "slrt dinsos",
        ["kendala"] = "front-office back-office fasilitator data-operator village-head tksk slrt dinsos elsewhere tksk-elsewhere",
    };

    /// <summary>Who sees the case itself, by where it lies and how secret it is (DOMAIN §3, §9).</summary>
    private static readonly (string Name, string Unit, string Village, Secrecy Secrecy, string Sees)[] Cases =
    [
        ("S0 here", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Ordinary, "front-office back-office fasilitator data-operator village-head tksk slrt dinsos"),
        ("S2 here", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Confidential, "front-office back-office tksk dinsos"),
        ("S1 here", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Secret, "tksk dinsos"),
        ("S0 there", DeskWorld.Yamansari, "33.28.06.2005", Secrecy.Ordinary, "slrt dinsos elsewhere tksk-elsewhere"),
        ("S2 there", DeskWorld.Yamansari, "33.28.06.2005", Secrecy.Confidential, "dinsos elsewhere tksk-elsewhere"),
        ("S1 there", DeskWorld.Yamansari, "33.28.06.2005", Secrecy.Secret, "dinsos tksk-elsewhere"),
        ("about the unit", DeskWorld.Dinsos, "33.28.16.2007", Secrecy.Confidential, "dinsos"),
    ];

    /// <summary>Pages of a case: seen by whoever sees the case, but for those who are left out by name.</summary>
    private static readonly Dictionary<string, string> CasePages = new()
    {
        ["kasus/{ticket}"] = Everybody,
        ["kasus/{ticket}/kunjungan"] = Everybody,
        ["kasus/{ticket}/rujukan"] = Everybody,
        ["kasus/{ticket}/tolak"] = Everybody,
        ["kasus/{ticket}/gabung"] = Everybody,
        ["kasus/{ticket}/pindah"] = Everybody,
        ["kasus/{ticket}/nik"] = Revealing,
        ["kasus/{ticket}/ppks"] = NotingKinds,
        ["kasus/{ticket}/rujukan/{id:long}/surat"] = Everybody,
        ["loket/{ticket}/slip"] = Everybody,
    };

    /// <summary>The file itself lies in the document store; the reach of a file and of its page is tested with it (DocumentFileTests, PaperPagesTests).</summary>
    private static readonly string[] TestedElsewhere = ["kasus/{ticket}/berkas/{id:long}", "kasus/{ticket}/berkas/{id:long}/lihat"];

    [Fact]
    public async Task Every_page_has_a_line_in_this_matrix()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);

        Assert.Empty(Templates(app).Except([.. Open, .. Pages.Keys, .. CasePages.Keys, .. TestedElsewhere]));
    }

    [Fact]
    public async Task Every_role_gets_in_where_it_may_and_nowhere_else()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var made = new List<(string Name, string Ticket, long Letter, string Sees)>();
        foreach (var (name, unit, village, secrecy, sees) in Cases) made.Add(await CaseAsync(world, name, unit, village, secrecy, sees));
        var ids = await FillAsync(world);
        var known = Templates(app).ToHashSet();
        var wrong = new List<string>();

        foreach (var (who, role, area) in Officers)
        {
            var browser = await app.OpenAsync(await world.OfficerAsync(who, (role, area)));
            foreach (var (template, allowed) in Pages.Where(page => known.Contains(page.Key)))
                await CheckAsync(browser, who, Filled(template, ids), Holds(allowed, who), wrong);
            foreach (var (name, ticket, letter, sees) in made)
                foreach (var (template, allowed) in CasePages.Where(page => known.Contains(page.Key)))
                    await CheckAsync(browser, $"{who}, {name}", Filled(template, ids).Replace("{ticket}", ticket, StringComparison.Ordinal).Replace("{letter}", $"{letter}", StringComparison.Ordinal), Holds(sees, who) && Holds(allowed, who), wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static readonly (string Who, Role Role, string Area)[] Officers =
    [
        ("front-office", Role.FrontOffice, DeskWorld.Jatibogor), ("back-office", Role.BackOffice, DeskWorld.Jatibogor), ("fasilitator", Role.Fasilitator, DeskWorld.Jatibogor),
        ("data-operator", Role.DataOperator, DeskWorld.Jatibogor), ("village-head", Role.VillageHead, DeskWorld.Jatibogor), ("tksk", Role.Tksk, DeskWorld.Suradadi),
        ("pkh", Role.Pkh, DeskWorld.Suradadi), ("slrt", Role.Slrt, DeskWorld.Tegal), ("dinsos", Role.Dinsos, DeskWorld.Tegal), ("dpo", Role.DataProtection, DeskWorld.Tegal),
        ("elsewhere", Role.FrontOffice, DeskWorld.Yamansari), ("tksk-elsewhere", Role.Tksk, DeskWorld.Lebaksiu),
    ];

    /// <summary>The address of every page there is.</summary>
    internal static IEnumerable<string> Templates(AdminApp app) =>
        app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => page.AttributeRouteInfo!.Template!).Distinct();

    private static bool Holds(string names, string who) => names.Split(' ').Contains(who);

    private static string Filled(string template, (long Alarm, long Chat, long Officer, long Bulletin) ids) => "/" + template switch
    {
        "darurat/{id:long}" => $"darurat/{ids.Alarm}",
        "bicara/{id:long}" => $"bicara/{ids.Chat}",
        "petugas/{id:long}" => $"petugas/{ids.Officer}",
        "buletin/{id:long}" => $"buletin/{ids.Bulletin}",
        "program/{which}" => "program/baru",
        "instansi/{which}" => "instansi/baru",
        "unit/{code}" => $"unit/{DeskWorld.Jatibogor}",
        "kategori/{code}" => "kategori/KIS_MATI",
        "teks/{key}" => "teks/CaseChecked_ToResident",
        _ => template.Replace("{id:long}", "{letter}", StringComparison.Ordinal),
    };

    private static async Task CheckAsync(Browser browser, string who, string path, bool mayOpen, List<string> wrong)
    {
        var answer = (await browser.GetAsync(path)).StatusCode;
        if (answer != (mayOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound)) wrong.Add($"{who}: {path} gave {answer}");
    }

    /// <summary>A counter case with a letter, so that each page of a case has something to show.</summary>
    private static async Task<(string Name, string Ticket, long Letter, string Sees)> CaseAsync(DeskWorld world, string name, string unit, string village, Secrecy secrecy, string sees)
    {
        var filed = await world.CaseAsync(unit, secrecy, CaseStatus.Referred, village);
        await world.Database.ScalarAsync("update cases set channel = $1 where id = $2", (int)Channel.Counter, filed.Id);
        await using var work = world.Open();
        var letter = new Referral
        {
            CaseId = filed.Id,
            Number = $"{filed.Id:000}/RJK",
            Kind = AgencyKind.Dinsos,
            Agency = "Dinas Sosial",
            Summary = world.Cipher.Seal("x"),
            Request = world.Cipher.Seal("x"),
            ProposedBy = 1,
            ProposedAt = world.Clock.GetUtcNow(),
        };
        work.Storage.Referrals.Add(letter);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (name, filed.Ticket, letter.Id, sees);
    }

    private static async Task<(long Alarm, long Chat, long Officer, long Bulletin)> FillAsync(DeskWorld world)
    {
        var secret = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var chat = await world.ChatAsync();
        var officer = await world.OfficerAsync("Y", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var alarm = new Emergency { RegencyCode = DeskWorld.Tegal, ConversationId = secret.ConversationId!.Value, CaseId = secret.Id, Number = "D-2611-03", RaisedAt = world.Clock.GetUtcNow() };
        var bulletin = new Bulletin { RegencyCode = DeskWorld.Tegal, AreaCode = DeskWorld.Tegal, Title = "Syarat baru", Words = "Surat faskes wajib.", PublishedAt = world.Clock.GetUtcNow(), PublishedBy = officer.OfficerId };
        work.Storage.AddRange(alarm, bulletin);
        var waiting = (await work.Storage.Conversations.FindAsync([chat], TestContext.Current.CancellationToken))!;
        (waiting.HelpWantedAt, waiting.HelpUnitCode) = (world.Clock.GetUtcNow(), DeskWorld.Jatibogor);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (alarm.Id, chat, officer.OfficerId, bulletin.Id);
    }
}
