using System.Net;
using NetTopologySuite.Geometries;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Admin;

public sealed class ReportPageTests
{
    private static readonly (string Role, Func<DeskWorld, Task<OfficerReach>> Make, string Areas)[] Officers =
    [
        ("front office", world => world.OfficerAsync("A", (Role.FrontOffice, DeskWorld.Jatibogor)), "unit"),
        ("village head", world => world.OfficerAsync("E", (Role.VillageHead, DeskWorld.Jatibogor)), "unit"),
        ("tksk", world => world.OfficerAsync("F", (Role.Tksk, DeskWorld.Suradadi)), "unit subdistrict"),
        ("slrt", world => world.OfficerAsync("H", (Role.Slrt, DeskWorld.Tegal)), "unit subdistrict regency"),
        ("dinsos", world => world.OfficerAsync("I", (Role.Dinsos, DeskWorld.Tegal)), "unit subdistrict regency"),
        ("pkh", world => world.OfficerAsync("G", (Role.Pkh, DeskWorld.Suradadi)), ""),
        ("data protection", world => world.OfficerAsync("J", (Role.DataProtection, DeskWorld.Tegal)), ""),
        ("tksk elsewhere", world => world.OfficerAsync("L", (Role.Tksk, DeskWorld.Lebaksiu)), ""),
    ];

    [Fact]
    public async Task Every_role_reads_the_reports_of_its_own_area_only()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var areas = new Dictionary<string, string> { ["unit"] = DeskWorld.Jatibogor, ["subdistrict"] = DeskWorld.Suradadi, ["regency"] = DeskWorld.Tegal };

        var wrong = new List<string>();
        foreach (var (role, make, may) in Officers)
        {
            var browser = await app.OpenAsync(await make(world));
            foreach (var (kind, code) in areas)
            {
                var expected = may.Split(' ').Contains(kind) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                var page = await browser.GetAsync($"/laporan?wil={code}&masa=2026-11-1");
                var file = await browser.GetAsync($"/laporan?handler=csv&wil={code}&masa=2026-11-1");
                if (page.StatusCode != expected) wrong.Add($"{role} {kind}: page {page.StatusCode}");
                if (file.StatusCode != expected) wrong.Add($"{role} {kind}: file {file.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_page_shows_the_figures_and_the_file_opens_in_an_indonesian_excel()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        foreach (var need in new[] { "KIS_MATI", "KIS_MATI", "SKTM" }) await world.CaseAsync(needs: need);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));

        var page = await browser.TextAsync("/laporan?masa=2026-11-1");
        var file = await (await browser.GetAsync("/laporan?handler=csv&masa=2026-11-1")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Laporan evaluasi 1–15 November 2026", page, StringComparison.Ordinal);
        Assert.Contains("<b class=\"num\">3</b>kasus masuk", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(file[3..]).Split("\r\n");
        Assert.Equal("Wilayah;Masa;No;Penunjuk;Rincian;Kode;Kini;Lalu;Satuan", lines[0]);
        Assert.Contains("Kec. Suradadi;1–15 November 2026;1;Kontak dan kasus masuk;Kasus per hari kerja;per-day;0,3;0;kasus/orang", lines);
    }

    [Fact]
    public async Task The_page_and_the_file_are_narrowed_alike()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        foreach (var need in new[] { "KIS_MATI", "KIS_MATI", "SKTM" }) await world.CaseAsync(needs: need);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));

        var page = await browser.TextAsync("/laporan?masa=2026-11-1&perlu=KIS_MATI&jk=");
        var file = await browser.TextAsync("/laporan?handler=csv&masa=2026-11-1&perlu=KIS_MATI");

        Assert.Contains("<b>Hanya: KIS/BPJS gratis mati</b>", page, StringComparison.Ordinal);
        Assert.Contains("<b class=\"num\">2</b>kasus masuk", page, StringComparison.Ordinal);
        Assert.Contains("&sampai=2026-11-15&perlu=KIS_MATI\"", page, StringComparison.Ordinal);
        Assert.Contains("Kec. Suradadi: KIS/BPJS gratis mati;1–15 November 2026;1;Kontak dan kasus masuk;Kasus masuk;total;2;0;kasus/orang", file, StringComparison.Ordinal);
        foreach (var nothing in new[] { "perlu=APA", "ppks=27", "ppks=x", "kanal=fax", "kanal=1", "jk=x" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/laporan?masa=2026-11-1&{nothing}")).StatusCode);
    }

    [Fact]
    public async Task Imported_borders_are_drawn_as_a_map()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using (var work = world.Open())
        {
            var square = new Polygon(new LinearRing([new(109.2, -6.9), new(109.3, -6.9), new(109.3, -7.0), new(109.2, -7.0), new(109.2, -6.9)]));
            work.Storage.Add(new VillageBoundary { VillageCode = "33.28.16.2007", Geometry = square.AsBinary() });
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        var page = await browser.TextAsync("/laporan");

        Assert.Matches("<path d=\"M0 0L600 0L600 [0-9.]+L0 [0-9.]+L0 0Z\" class=\"c1\"", page);
        Assert.Contains("Jatibogor: 0", page, StringComparison.Ordinal);
    }
}
