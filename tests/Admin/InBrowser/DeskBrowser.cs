using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>A real Chromium in front of the officers' pages, at a phone's or a laptop's size.</summary>
public sealed partial class DeskBrowser : IAsyncDisposable
{
    /// <summary>Long for a busy machine, short enough to tell what hung.</summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(40);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] RulesOfAxe = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly IBrowser chromium;
    private readonly Uri address;
    private readonly List<IBrowserContext> windows = [];

    private DeskBrowser(IBrowser chromium, Uri address) => (this.chromium, this.address) = (chromium, address);

    /// <summary>Starts the pages on a port of their own; skips where no Chromium is installed.</summary>
    public static async Task<DeskBrowser> StartAsync(AdminApp app)
    {
        var shared = await SharedChromium.GetAsync();
        return new DeskBrowser(shared.Chromium, app.Listen());
    }

    /// <summary>Windows in front of pages that listen already.</summary>
    public static async Task<DeskBrowser> BeforeAsync(Uri address) => new((await SharedChromium.GetAsync()).Chromium, address);

    /// <summary>A window in which this officer has signed in; nobody when null. The door's form is sent without drawing it: SignInStoriesTests goes through the door itself.</summary>
    public async Task<IPage> OpenAsync(DeskWorld world, OfficerReach? officer, int width, bool script = true, string? host = null)
    {
        var page = await OpenAsync(width, script, host);
        if (officer is null) return page;
        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync(officer.OfficerId))!.Email!;
        var requests = page.Context.APIRequest;
        var door = await (await requests.GetAsync("/masuk")).TextAsync();
        var form = requests.CreateFormData();
        form.Set("email", email).Set("sandi", DeskWorld.Password).Set("__RequestVerificationToken", Token().Match(door).Groups[1].Value);
        var answer = await requests.PostAsync("/masuk", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal("/kasus", answer.Headers["location"]);
        await page.GotoAsync("/kasus");
        return page;
    }

    /// <summary>A window in which nobody has been before. A passkey wants a host with a name.</summary>
    public async Task<IPage> OpenAsync(int width, bool script = true, string? host = null)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (host is null ? address : new UriBuilder(address) { Host = host }.Uri).ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 800 },
            ColorScheme = ColorScheme.Light,
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            Permissions = ["geolocation"],
            Geolocation = new Geolocation { Latitude = -6.87f, Longitude = 109.25f },
            BypassCSP = true,
            JavaScriptEnabled = script,
        });
        windows.Add(context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)AnswersWithin.TotalMilliseconds);
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

    /// <summary>What is wrong with a page's looks, in dark and in light; its pictures are kept under this name.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var (scheme, ending) in new[] { (ColorScheme.Dark, "-dark"), (ColorScheme.Light, "") })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            faults.AddRange((await ViolationsAsync(page)).Select(found => $"{found}{ending}"));
            if (!await FitsAsync(page)) faults.Add($"sticks out to the right{ending}");
            await ShootAsync(page, name + ending);
        }

        return faults;
    }

    /// <summary>True when nothing sticks out to the right.</summary>
    public static async Task<bool> FitsAsync(IPage page) => await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    /// <summary>Keeps a picture for people, in the folder that PUSKESOS_SHOTS names.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PUSKESOS_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
    }
}
