using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

/// <summary>Every page × every role × every level of secrecy, at home and elsewhere: open (200) or not there (404). A page without a line here fails the test.</summary>
public sealed class PageMatrixTests
{
    private const string Everybody = "front-office back-office fasilitator data-operator village-head tksk pkh slrt dinsos dpo elsewhere tksk-elsewhere";
    private const string Dinsos = "dinsos";
    private const string Heads = "/pengaturan/kepala-desa";
    private const string Supervisors = "tksk slrt dinsos tksk-elsewhere";

    /// <summary>Whose numbers may be opened, among those who see the case.</summary>
    private const string Revealing = "front-office back-office data-operator tksk dinsos elsewhere tksk-elsewhere";

    /// <summary>Who may note of which kind a person is.</summary>
    private const string NotingKinds = "front-office back-office fasilitator tksk slrt dinsos elsewhere tksk-elsewhere";

    /// <summary>Who looks people up in the aid data, among those who see the case.</summary>
    private const string Checking = "front-office back-office data-operator tksk slrt dinsos elsewhere tksk-elsewhere";

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
        ["loket"] = "front-office back-office fasilitator tksk pkh slrt dinsos elsewhere tksk-elsewhere",
        ["cek-data"] = "front-office back-office data-operator tksk slrt dinsos elsewhere tksk-elsewhere",
        ["akun/kunci"] = Everybody,
        ["papan"] = Supervisors,
        ["laporan"] = "front-office back-office village-head tksk slrt dinsos elsewhere tksk-elsewhere",
        ["wilayah"] = Supervisors,
        ["wilayah/nama"] = Supervisors,
        ["tugas-berkala"] = "slrt dinsos",
        ["rujukan"] = "slrt dinsos",
        ["pengaturan/tenggat"] = Dinsos,
        ["pengaturan/kepala-desa"] = Dinsos,
        ["jejak-berkas"] = "dpo",
        ["jejak-kasus"] = "dpo",
        ["penghapusan-berkas"] = "dpo",
        ["insiden"] = "dinsos dpo",
        ["insiden/{id:long}"] = "dinsos dpo",
        ["insiden/{id:long}/surat"] = "dinsos dpo",
        ["hak-warga"] = "dpo",
        ["hak-warga/{id:long}"] = "dpo",
        ["hak-warga/{id:long}/salinan"] = "dpo",
        ["darurat"] = Supervisors,
        ["darurat/{id:long}"] = "tksk dinsos",
        ["bicara/{id:long}"] = "front-office back-office tksk slrt",
        ["petugas"] = Dinsos,
        ["petugas/baru"] = Dinsos,
        ["petugas/{id:long}"] = Dinsos,
        ["teks"] = Dinsos,
        ["teks/{key}"] = Dinsos,
        ["kalender"] = Dinsos,
        ["kalender/jam"] = Dinsos,
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
        ["kasus/{ticket}/persetujuan"] = Everybody,
        ["kasus/{ticket}/data"] = Checking,
        ["kasus/{ticket}/rujukan/{id:long}/surat"] = Everybody,
        ["loket/{ticket}/slip"] = Everybody,
    };

    /// <summary>The file itself lies in the document store; the reach of a file and of its page is tested with it (DocumentFileTests, PaperPagesTests).</summary>
    private static readonly string[] TestedElsewhere = ["kasus/{ticket}/berkas/{address}", "kasus/{ticket}/berkas/{address}/lihat"];

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
        foreach (var (name, unit, village, secrecy, sees) in MatrixScene.Cases) made.Add(await MatrixScene.CaseAsync(world, name, unit, village, secrecy, sees));
        var ids = await MatrixScene.FillAsync(world);
        var known = Templates(app).ToHashSet();
        var wrong = new List<string>();

        foreach (var (who, role, area) in MatrixScene.Officers)
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

    [Fact]
    public async Task A_village_head_sees_counts_and_no_case_until_the_regency_allows_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var head = await app.OpenAsync(await world.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor)));
        var made = new List<(string Ticket, string Sees)>();
        foreach (var (name, unit, village, secrecy, sees) in MatrixScene.Cases)
            if (await MatrixScene.CaseAsync(world, name, unit, village, secrecy, sees) is var one) made.Add((one.Ticket, one.Sees));
        async Task<IReadOnlyList<string>> SeenAsync()
        {
            var seen = new List<string>();
            foreach (var (ticket, _) in made)
                if ((await head.GetAsync($"/kasus/{ticket}")).StatusCode == HttpStatusCode.OK) seen.Add(ticket);
            return seen;
        }

        await dinsos.PostAsync(Heads, Heads, ("boleh", "false"));
        var (before, queue, report) = (await SeenAsync(), await head.TextAsync("/kasus"), (await head.GetAsync("/laporan")).StatusCode);
        await dinsos.PostAsync(Heads, Heads, ("boleh", "true"));
        var after = await SeenAsync();

        Assert.Empty(before);
        Assert.Contains("melihat jumlah, bukan isi kasus", queue, StringComparison.Ordinal);
        Assert.All(made, one => Assert.DoesNotContain(one.Ticket, queue, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, report);
        Assert.Equal(made.Where(one => Holds(one.Sees, "village-head")).Select(one => one.Ticket), after);
        var history = await dinsos.TextAsync(Heads);
        foreach (var words in new[] { "dari ya menjadi tidak", "dari tidak menjadi ya", "Bu Dewi" }) Assert.Contains(words, history, StringComparison.Ordinal);
    }

    /// <summary>The address of every page there is.</summary>
    internal static IEnumerable<string> Templates(AdminApp app) =>
        app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => page.AttributeRouteInfo!.Template!).Distinct();

    internal static bool Holds(string names, string who) => names.Split(' ').Contains(who);

    internal static string Filled(string template, MatrixIds ids) => "/" + template switch
    {
        "darurat/{id:long}" => $"darurat/{ids.Alarm}",
        "bicara/{id:long}" => $"bicara/{ids.Chat}",
        "petugas/{id:long}" => $"petugas/{ids.Officer}",
        "buletin/{id:long}" => $"buletin/{ids.Bulletin}",
        "hak-warga/{id:long}" => $"hak-warga/{ids.Rights}",
        "hak-warga/{id:long}/salinan" => $"hak-warga/{ids.Rights}/salinan",
        "insiden/{id:long}" => $"insiden/{ids.Breach}",
        "insiden/{id:long}/surat" => $"insiden/{ids.Breach}/surat",
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
}
