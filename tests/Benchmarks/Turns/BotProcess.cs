using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Puskesos.Benchmarks.Turns;

/// <summary>The published bot as a process of its own, as in service: webhook in, Telegram's API at a loopback address.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    public const string Secret = "bench-secret";
    private const string Token = "123456:BENCH";
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private BotProcess(Process process, HttpClient client)
    {
        this.process = process;
        Client = client;
    }

    /// <summary>Calls the bot.</summary>
    public HttpClient Client { get; }

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    public static async Task<BotProcess> StartAsync(string connectionString, string telegramApi, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var folder = Path.Combine(BenchServer.Root, "bot", "bin", "Release", "net10.0", "publish");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Puskesos.Bot.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = address,
                ["Telegram__BotToken"] = Token,
                ["Telegram__ApiBaseUrl"] = telegramApi,
                ["Telegram__Mode"] = "webhook",
                ["Telegram__WebhookSecret"] = Secret,
                ["Bot__PublicBaseUrl"] = address,
                ["Admin__PublicBaseUrl"] = address,
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var (key, value) in ProductDatabase.Settings(connectionString)) start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Show(line.Data);
        process.ErrorDataReceived += (_, line) => Show(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var bot = new BotProcess(process, new HttpClient { BaseAddress = new Uri(address) });
        await bot.WaitReadyAsync(cancellationToken);

        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString((IFormatProvider?)null)])!;
            await process.WaitForExitAsync();
        }
        process.Dispose();
        Client.Dispose();
    }

    private async Task WaitReadyAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < ReadyLimit)
        {
            if (process.HasExited) throw new InvalidOperationException($"The bot ended with {process.ExitCode}");
            try
            {
                if ((await Client.GetAsync("/health/ready", cancellationToken)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(200, cancellationToken);
        }
        throw new TimeoutException("The bot did not become ready");
    }

    private static void Show(string? line)
    {
        if (!string.IsNullOrEmpty(line)) Console.WriteLine("   bot: " + line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
