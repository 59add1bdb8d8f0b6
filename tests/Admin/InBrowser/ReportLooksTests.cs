using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NetTopologySuite.Geometries;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>The evaluation report on paper, and with a map of villages once their borders are imported.</summary>
public sealed class ReportLooksTests
{
    /// <summary>A month's report of a sub-district: key figures, drawings, targets and all 26 indicators.</summary>
    private const int MostSheets = 8;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Villages_with_borders_are_a_map(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        var villages = await FillAsync(world);
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)), width);

        await DeskBrowser.GoAsync(page, "/laporan?masa=2026-11");

        Assert.Equal(villages, await page.Locator("svg path.c1").CountAsync());
        Assert.Contains("Jatibogor: 6", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Terbanyak: Jatibogor 6, ", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await DeskBrowser.ViolationsAsync(page));
        Assert.True(await DeskBrowser.FitsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('main .scroll')].every(box => box.scrollWidth <= box.clientWidth)"));
        await DeskBrowser.ShootAsync(page, $"laporan-peta-{width}");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_narrowed_report_says_to_what(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        await FillAsync(world);
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)), width);
        await DeskBrowser.GoAsync(page, "/laporan?masa=2026-11");

        await page.GetByText("Saring", new() { Exact = true }).ClickAsync();
        await page.Locator("#perlu").SelectOptionAsync("KIS_MATI");
        await page.Locator("#jk").SelectOptionAsync("P");
        await page.Locator("form.filters:has(#jk) button").ClickAsync();

        await page.GetByText("Hanya: KIS/BPJS gratis mati, Perempuan").WaitForAsync();
        Assert.Equal("KIS_MATI", await page.Locator("#perlu").InputValueAsync());
        Assert.Empty(await DeskBrowser.ViolationsAsync(page));
        Assert.True(await DeskBrowser.FitsAsync(page));
        await DeskBrowser.ShootAsync(page, $"laporan-disaring-{width}");
    }

    /// <summary>The regency's sub-districts, Kedungbanteng among them, stand as tiles while no borders are imported.</summary>
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Names_stay_inside_their_tiles(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Pak Tri", (Role.Dinsos, DeskWorld.Tegal)), width);

        await DeskBrowser.GoAsync(page, "/laporan?masa=2026-11");

        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('svg svg text')].some(name => name.textContent === 'Kedungbanteng')"));
        Assert.Equal(
            "", await page.EvaluateAsync<string>("""
                [...document.querySelectorAll('svg svg text')].filter(name => {
                    const [text, tile] = [name.getBoundingClientRect(), name.parentNode.querySelector('rect').getBoundingClientRect()];
                    return text.left < tile.left + 3 || text.right > tile.right - 3 || text.bottom > tile.bottom;
                }).map(name => name.textContent).join(', ')
                """));
        await page.Locator("svg svg").First.ScrollIntoViewIfNeededAsync();
        await DeskBrowser.ShootAsync(page, $"laporan-ubin-{width}");
    }

    [Fact]
    public async Task On_paper_the_report_fits_its_sheets_without_buttons()
    {
        await using var world = await DeskWorld.CreateAsync();
        await FillAsync(world);
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)), 1280);
        await DeskBrowser.GoAsync(page, "/laporan?masa=2026-11");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var paper = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true, Path = Shot("laporan.pdf") });

        var sheets = System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(paper), @"/Type\s*/Page\b");
        Assert.InRange(sheets, 2, MostSheets);
        Assert.False(await page.Locator("form.filters").First.IsVisibleAsync());
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('table, svg')].every(part => part.getBoundingClientRect().right <= document.documentElement.clientWidth + 1)"));
    }

    private static string? Shot(string name) =>
        Environment.GetEnvironmentVariable("PUSKESOS_SHOTS") is { Length: > 0 } folder ? Path.Combine(folder, name) : null;

    /// <summary>Cases in three villages, and a square for each village of the sub-district.</summary>
    private static async Task<int> FillAsync(DeskWorld world)
    {
        foreach (var (village, count) in new[] { ("33.28.16.2007", 6), ("33.28.16.2001", 3), ("33.28.16.2004", 1) })
            for (var made = 0; made < count; made++) await world.CaseAsync(village: village, status: made % 2 == 0 ? CaseStatus.New : CaseStatus.UnderReview, needs: made % 3 == 0 ? "KIS_MATI" : "BANSOS_USUL");
        await using var work = world.Open();
        var codes = await work.Storage.Set<Village>().Where(row => row.SubDistrictCode == DeskWorld.Suradadi).Select(row => row.Code).Order().ToListAsync();
        foreach (var (code, place) in codes.Select((code, place) => (code, place)))
            work.Storage.Add(new VillageBoundary { VillageCode = code, Geometry = Square(109.20 + (0.02 * (place % 4)), -6.90 - (0.02 * (place / 4))).AsBinary() });
        await work.Storage.SaveChangesAsync();
        return codes.Count;
    }

    private static Polygon Square(double west, double south) => new(new LinearRing(
        [new(west, south), new(west + 0.018, south + 0.003), new(west + 0.019, south + 0.019), new(west + 0.002, south + 0.017), new(west, south)]));
}
