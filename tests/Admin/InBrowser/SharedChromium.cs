using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Puskesos.Tests.Admin.InBrowser.SharedChromiumLifetime))]

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>The one Chromium of a test run, started by the first test that opens a window; every window is a context of its own.</summary>
public sealed class SharedChromium : IAsyncDisposable
{
    private static readonly string[] Installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly Lazy<Task<SharedChromium>> Only = new(StartAsync);

    private readonly IPlaywright playwright;

    private SharedChromium(IPlaywright playwright, IBrowser chromium) => (this.playwright, Chromium) = (playwright, chromium);

    public IBrowser Chromium { get; }

    /// <summary>The browser; skips the test where no Chromium is installed.</summary>
    public static Task<SharedChromium> GetAsync()
    {
        if (!Installed.Any(File.Exists)) Assert.Skip("no Chromium is installed; ./deploy/test installs it");
        return Only.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright.Dispose();
    }

    internal static async ValueTask StopAsync()
    {
        if (Only.IsValueCreated) await (await Only.Value).DisposeAsync();
    }

    private static async Task<SharedChromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var path = Installed.First(File.Exists);
        return new SharedChromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] }));
    }
}

/// <summary>Ends the browser, if any test has started it, when the last test of the run has ended.</summary>
public sealed class SharedChromiumLifetime : IAsyncDisposable
{
    public ValueTask DisposeAsync() => SharedChromium.StopAsync();
}
