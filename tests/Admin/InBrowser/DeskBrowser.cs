using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>A real Chromium in front of the officers' pages, at a phone's or a laptop's size.</summary>
public sealed class DeskBrowser : IAsyncDisposable
{
    private static readonly string[] Installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Long for a busy machine, short enough to tell what hung.</summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(60);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] RulesOfAxe = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;
    private readonly Uri address;

    private DeskBrowser(IPlaywright playwright, IBrowser chromium, Uri address) => (this.playwright, this.chromium, this.address) = (playwright, chromium, address);

    /// <summary>Starts the pages on a port of their own and the browser beside; skips where no Chromium is installed.</summary>
    public static async Task<DeskBrowser> StartAsync(AdminApp app)
    {
        var path = Installed.FirstOrDefault(File.Exists);
        if (path is null) Assert.Skip("no Chromium is installed; ./deploy/test installs it");
        app.UseKestrel(0);
        app.StartServer();
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        return new DeskBrowser(playwright, chromium, app.ClientOptions.BaseAddress);
    }

    /// <summary>A window in which this officer has signed in; nobody when null. A passkey wants a host with a name.</summary>
    public async Task<IPage> OpenAsync(DeskWorld world, OfficerReach? officer, int width, bool dark = false, string? host = null)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (host is null ? address : new UriBuilder(address) { Host = host }.Uri).ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            Permissions = ["geolocation"],
            Geolocation = new Geolocation { Latitude = -6.87f, Longitude = 109.25f },
            BypassCSP = true,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)AnswersWithin.TotalMilliseconds);
        if (officer is null) return page;
        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync(officer.OfficerId))!.Email!;
        await page.GotoAsync("/masuk");
        await page.FillAsync("#email", email);
        await page.FillAsync("#sandi", DeskWorld.Password);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/kasus**");
        return page;
    }

    /// <summary>Goes there with nothing in the cache; gives back what came over the wire, headers and all, in bytes.</summary>
    public static async Task<long> GoAsync(IPage page, string path)
    {
        var wire = await page.Context.NewCDPSessionAsync(page).WaitAsync(AnswersWithin);
        try
        {
            var bytes = 0L;
            wire.Event("Network.loadingFinished").OnEvent += (_, told) =>
                Interlocked.Add(ref bytes, (long)told!.Value.GetProperty("encodedDataLength").GetDouble());
            await wire.SendAsync("Network.enable").WaitAsync(AnswersWithin);
            await wire.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true }).WaitAsync(AnswersWithin);
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            return Interlocked.Read(ref bytes);
        }
        finally
        {
            await wire.DetachAsync().WaitAsync(AnswersWithin);
        }
    }

    /// <summary>What axe finds against WCAG 2.2 AA, one line each. It runs in the page itself: axe's own client opens a further window for every check.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe).WaitAsync(AnswersWithin);
        return await page.EvaluateAsync<string[]>(
            """
            async tags => (await axe.run(document, { runOnly: { type: 'tag', values: tags } })).violations
                .map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
            """,
            RulesOfAxe).WaitAsync(AnswersWithin);
    }

    /// <summary>True when nothing sticks out to the right.</summary>
    public static async Task<bool> FitsAsync(IPage page) => await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    /// <summary>Keeps a picture for people, in the folder that PUSKESOS_SHOTS names.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PUSKESOS_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
