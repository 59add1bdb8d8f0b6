using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>A real Chromium in front of the officers' pages, at a phone's or a laptop's size.</summary>
public sealed class DeskBrowser : IAsyncDisposable
{
    private static readonly string[] Installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan SizeKnownWithin = TimeSpan.FromSeconds(10);

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

    /// <summary>A window in which this officer has signed in; nobody when null.</summary>
    public async Task<IPage> OpenAsync(DeskWorld world, OfficerReach? officer, int width, bool dark = false)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            Permissions = ["geolocation"],
            Geolocation = new Geolocation { Latitude = -6.87f, Longitude = 109.25f },
            BypassCSP = true,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
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

    /// <summary>Goes there on an empty cache; gives back what came over the wire, in bytes.</summary>
    public static async Task<long> GoAsync(IPage page, string path)
    {
        var responses = new List<IResponse>();
        void Note(object? sender, IResponse response) => responses.Add(response);
        page.Response += Note;
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        page.Response -= Note;
        long bytes = 0;
        foreach (var response in responses)
        {
            try
            {
                var sizes = await response.Request.SizesAsync().WaitAsync(SizeKnownWithin);
                bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            }
            catch (TimeoutException)
            {
                // The browser now and then never says that a response has ended.
                bytes += response.Headers.TryGetValue("content-length", out var length) ? long.Parse(length, CultureInfo.InvariantCulture) : 0;
            }
        }

        return bytes;
    }

    /// <summary>What axe finds against WCAG 2.2 AA, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        return [.. result.Violations.Select(found => $"{found.Id}: {string.Join(" | ", found.Nodes.Take(3).Select(node => node.Html))}")];
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
