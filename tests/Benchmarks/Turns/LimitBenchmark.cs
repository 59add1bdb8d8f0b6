namespace Puskesos.Benchmarks.Turns;

/// <summary>How many durable turns this machine's PostgreSQL gives at most when each is a transaction of its own.</summary>
public sealed class LimitBenchmark : IBenchmark
{
    private static readonly int[] Clients = [1, 8, 32];

    public string Name => "limit";

    public string About => "pgbench with the least SQL of a chat turn, 1, 8 and 32 clients";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PgbenchLimit.PrepareAsync(cancellationToken);
        foreach (var clients in Clients)
        {
            var rates = new List<double>();
            for (var round = 0; round < Rounds.Count; round++) rates.Add(await PgbenchLimit.MeasureAsync(clients, cancellationToken));
            Console.WriteLine($"{clients,3} clients: median {Statistics.Median(rates):0}/s of {string.Join(", ", rates.Select(rate => rate.ToString("0", null)))}");
        }
    }
}
