namespace Puskesos.Benchmarks.Turns;

/// <summary>Turns per second from the webhook to the call of the provider's API, beside pgbench's least SQL of a turn.</summary>
public sealed class TurnsBenchmark : IBenchmark
{
    private const int Residents = 50;
    private const int LimitClients = 32;
    private const long FirstChat = 700_000_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public string Name => "turns";

    public string About => $"Telegram webhook in, call of the Bot API out, {Residents} residents at once; beside pgbench with {LimitClients} clients";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PgbenchLimit.PrepareAsync(cancellationToken);
        var database = await ProductDatabase.CreateAsync("turns", cancellationToken);
        await using var api = await FakeBotApi.StartAsync(cancellationToken);
        await using var bot = await BotProcess.StartAsync(database, api.Address, cancellationToken);
        List<ResidentLoop> residents = [.. Enumerable.Range(0, Residents).Select(i => new ResidentLoop(FirstChat + i, api, bot.Client))];

        await Task.WhenAll(residents.Select(one => one.TalkAsync(WarmUp, cancellationToken)));
        residents.ForEach(one => one.Forget());
        var all = new List<double>();
        await Rounds.CompareAsync(
            "turns", () => RoundAsync(residents, all, cancellationToken),
            "limit", () => PgbenchLimit.MeasureAsync(LimitClients, cancellationToken));

        Console.WriteLine($"latency over {all.Count} turns: p50 {Statistics.Percentile(all, 50):0.0} ms   p95 {Statistics.Percentile(all, 95):0.0} ms   p99 {Statistics.Percentile(all, 99):0.0} ms");
        Console.WriteLine($"processor of the bot: {bot.ProcessorTime.TotalMicroseconds / Math.Max(1, api.Sent):0} us a message, start included");
    }

    private static async Task<double> RoundAsync(List<ResidentLoop> residents, List<double> all, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromSeconds(BenchServer.Seconds);
        await Task.WhenAll(residents.Select(one => one.TalkAsync(time, cancellationToken)));
        var turns = residents.SelectMany(one => one.Turns).ToList();
        all.AddRange(turns);
        residents.ForEach(one => one.Forget());

        return turns.Count / time.TotalSeconds;
    }
}
