using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>The signal goes: what was typed stays in the browser, goes out when it is back, and never twice (issue 6, item 8).</summary>
public sealed class WeakSignalTests
{
    /// <summary>The page tries again every five seconds; a busy machine needs longer to show the answer.</summary>
    private static readonly LocatorAssertionsToContainTextOptions AfterTheNextTry = new() { Timeout = 60_000 };

    private const string Words = "Sudah ditelepon, keluarga di rumah besok pagi.";

    [Fact]
    public async Task A_note_typed_without_signal_goes_out_once_when_it_is_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = await OpenCaseAsync(world, browser, filed);

        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#balas", Words);
        await page.ClickAsync("text=Simpan sebagai catatan");
        await Assertions.Expect(page.Locator("#luring")).ToBeVisibleAsync();
        await DeskBrowser.ShootAsync(page, "luring-360");
        Assert.DoesNotContain((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Note);
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("section[aria-labelledby=riwayat]")).ToContainTextAsync(Words, AfterTheNextTry);
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Note);
        Assert.Equal("", await page.InputValueAsync("#balas"));
    }

    [Fact]
    public async Task An_outcome_typed_without_signal_lives_through_a_reload_and_ends_the_case_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = await OpenCaseAsync(world, browser, filed);

        await page.ClickAsync("#selesai > summary");
        await page.CheckAsync("input[value=InformationGiven]");
        await page.FillAsync("#kalimat", "Dijelaskan di balai desa.");
        await page.ReloadAsync();
        Assert.Equal("Dijelaskan di balai desa.", await page.InputValueAsync("#kalimat"));
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("#selesai button.main");
        await Assertions.Expect(page.Locator("#luring")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("section[aria-labelledby=riwayat]")).ToContainTextAsync("Informasi diberikan", AfterTheNextTry);
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Moved);
        Assert.Single(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_the_way_back_is_not_said_twice()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = await OpenCaseAsync(world, browser, filed);
        var lost = 0;
        await page.RouteAsync("**/kasus/*handler=write*", async route =>
        {
            // The first request arrives and is dealt with; only its answer is lost.
            if (Interlocked.Increment(ref lost) > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            await route.AbortAsync("connectionreset");
        });

        await page.FillAsync("#balas", "Sejak kapan kartunya mati, Bu?");
        await page.ClickAsync("section[aria-labelledby=bicara] button.main");
        await Assertions.Expect(page.Locator("#luring")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".chat")).ToContainTextAsync("Sejak kapan kartunya mati, Bu?", AfterTheNextTry);

        Assert.Equal(2, lost);
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.OfficerWrote);
        Assert.Single(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task A_walk_in_lives_through_a_reload_and_is_one_case()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), 360);

        await page.GotoAsync("/loket");
        await page.FillAsync("#nama", "Kusmiyati");
        await page.FillAsync("#nik", "3328061203880007");
        await page.CheckAsync("input[value=BANSOS_USUL]");
        await page.FillAsync("#cerita", "PKH tahap 4 belum masuk");
        await page.CheckAsync("input[name='Form.Izin']");
        await page.ReloadAsync();
        Assert.Equal(("Kusmiyati", "PKH tahap 4 belum masuk", ""), (await page.InputValueAsync("#nama"), await page.InputValueAsync("#cerita"), await page.InputValueAsync("#nik")));
        Assert.True(await page.IsCheckedAsync("input[value=BANSOS_USUL]"));
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("text=Simpan dan cetak slip");
        await Assertions.Expect(page.Locator("#luring")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**/slip");

        Assert.Equal(1, await world.Database.CountAsync("cases"));
        await page.GotoAsync("/loket");
        Assert.Equal("", await page.InputValueAsync("#nama"));
    }

    [Fact]
    public async Task A_walk_in_that_is_asked_back_keeps_its_photos()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), 360);

        await page.GotoAsync("/loket");
        Assert.False(await page.IsVisibleAsync("#dibantu"));
        await page.SelectOptionAsync("#untuk", "Household");
        Assert.False(await page.IsVisibleAsync("#setuju"));
        await page.FillAsync("#dibantu", "Mbah Darmi");
        await page.FillAsync("#nama", "Kusmiyati");
        await page.FillAsync("#cerita", "PKH tahap 4 belum masuk");
        await page.SetInputFilesAsync("#foto-ktp", new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = SamplePictures.Card(640, 400) });
        await page.CheckAsync("input[name='Form.Izin']");
        await page.ClickAsync("text=Simpan dan cetak slip");
        await Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync("Pilih paling sedikit satu keperluan");
        Assert.Equal(0, await page.Locator("[data-photos-lost]").CountAsync());
        await DeskBrowser.ShootAsync(page, "loket-ditanya-lagi-360");
        await page.ClickAsync("[role=alert] a");
        Assert.EndsWith("#s2", page.Url, StringComparison.Ordinal);
        await page.CheckAsync("input[value=BANSOS_USUL]");
        await page.ClickAsync("text=Simpan dan cetak slip");
        await page.WaitForURLAsync("**/slip");

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where case_id is not null and kind = 'KTP'"));
    }

    [Fact]
    public async Task Signing_out_leaves_no_words_behind()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = await OpenCaseAsync(world, browser, filed);

        await page.FillAsync("#balas", Words);
        Assert.Equal(1, await page.EvaluateAsync<int>("sessionStorage.length"));
        await page.ClickAsync("form.me button");
        await page.WaitForURLAsync("**/masuk");

        Assert.Equal(0, await page.EvaluateAsync<int>("sessionStorage.length"));
    }

    private static async Task<IPage> OpenCaseAsync(DeskWorld world, DeskBrowser browser, Case filed)
    {
        var page = await browser.OpenAsync(world, await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), 360);
        await page.GotoAsync($"/kasus/{filed.Ticket}");
        return page;
    }
}
