using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Puskesos.Benchmarks.Turns;

namespace Puskesos.Benchmarks.Admin;

/// <summary>The published officers' pages as a process of their own, as in service.</summary>
public sealed partial class AdminProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Uri address;

    private AdminProcess(Process process, Uri address) => (this.process, this.address) = (process, address);

    public static async Task<AdminProcess> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var folder = Path.Combine(BenchServer.Root, "admin", "bin", "Release", "net10.0", "publish");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Puskesos.Admin.dll")])
        {
            WorkingDirectory = folder,
            Environment = { ["ASPNETCORE_URLS"] = address.ToString(), ["Admin__PublicBaseUrl"] = address.ToString(), ["Logging__LogLevel__Default"] = "Warning" },
        };
        foreach (var (key, value) in ProductDatabase.Settings(connectionString)) start.Environment[key] = value;
        var admin = new AdminProcess(Process.Start(start)!, address);
        await admin.WaitReadyAsync(cancellationToken);
        return admin;
    }

    /// <summary>A browser in which this demo officer has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        using var form = new FormUrlEncodedContent([new("email", email), new("sandi", password), new("__RequestVerificationToken", TokenIn(await client.GetStringAsync("/masuk", cancellationToken)))]);
        using var answer = await client.PostAsync("/masuk", form, cancellationToken);
        if (answer.Headers.Location?.OriginalString != "/kasus") throw new InvalidOperationException($"Signing in gave {answer.StatusCode}");
        return client;
    }

    /// <summary>The token that a page's forms carry.</summary>
    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString((IFormatProvider?)null)])!;
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task WaitReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < ReadyLimit)
        {
            if (process.HasExited) throw new InvalidOperationException($"The pages ended with {process.ExitCode}");
            try
            {
                if ((await client.GetAsync("/health/ready", cancellationToken)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200, cancellationToken);
        }

        throw new TimeoutException("The pages did not become ready");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
