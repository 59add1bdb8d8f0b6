using System.Net;
using System.Text.RegularExpressions;
using Puskesos.Benchmarks.Turns;
using Puskesos.Tests.Deploy;

namespace Puskesos.Benchmarks.Admin;

/// <summary>The published officers' pages as a process of their own, as in service.</summary>
public sealed partial class AdminProcess : IAsyncDisposable
{
    private readonly ServiceProcess pages;

    private AdminProcess(ServiceProcess pages) => this.pages = pages;

    public static async Task<AdminProcess> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var address = ServiceProcess.FreeAddress();
        var folder = Path.Combine(BenchServer.Root, "admin", "bin", "Release", "net10.0", "publish");
        var settings = new Dictionary<string, string?>(ProductDatabase.Settings(connectionString)) { ["Admin__PublicBaseUrl"] = address.ToString(), ["Logging__LogLevel__Default"] = "Warning" };
        return new(await ServiceProcess.StartAsync(Path.Combine(folder, "Puskesos.Admin.dll"), folder, address, settings, line => Console.WriteLine("   admin: " + line), cancellationToken));
    }

    /// <summary>A browser in which this demo officer has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = pages.Address };
        using var form = new FormUrlEncodedContent([new("email", email), new("sandi", password), new("__RequestVerificationToken", TokenIn(await client.GetStringAsync("/masuk", cancellationToken)))]);
        using var answer = await client.PostAsync("/masuk", form, cancellationToken);
        if (answer.Headers.Location?.OriginalString != "/kasus") throw new InvalidOperationException($"Signing in gave {answer.StatusCode}");
        return client;
    }

    /// <summary>The token that a page's forms carry.</summary>
    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    public ValueTask DisposeAsync() => pages.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
