using Puskesos.Tests.Deploy;

namespace Puskesos.Benchmarks.Turns;

/// <summary>The published bot as a process of its own, as in service: webhook in, Telegram's API at a loopback address.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    public const string Secret = "bench-secret";
    private const string Token = "123456:BENCH";

    private readonly ServiceProcess bot;

    private BotProcess(ServiceProcess bot)
    {
        this.bot = bot;
        Client = new HttpClient { BaseAddress = bot.Address };
    }

    /// <summary>Calls the bot.</summary>
    public HttpClient Client { get; }

    public TimeSpan ProcessorTime => bot.ProcessorTime;

    public static async Task<BotProcess> StartAsync(string connectionString, string telegramApi, CancellationToken cancellationToken)
    {
        var address = ServiceProcess.FreeAddress();
        var folder = Path.Combine(BenchServer.Root, "bot", "bin", "Release", "net10.0", "publish");
        var settings = new Dictionary<string, string?>(ProductDatabase.Settings(connectionString))
        {
            ["Telegram__BotToken"] = Token,
            ["Telegram__ApiBaseUrl"] = telegramApi,
            ["Telegram__Mode"] = "webhook",
            ["Telegram__WebhookSecret"] = Secret,
            ["Bot__PublicBaseUrl"] = address.ToString(),
            ["Admin__PublicBaseUrl"] = address.ToString(),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        return new(await ServiceProcess.StartAsync(Path.Combine(folder, "Puskesos.Bot.dll"), folder, address, settings, line => Console.WriteLine("   bot: " + line), cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        Client.Dispose();
    }
}
