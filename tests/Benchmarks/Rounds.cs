namespace Puskesos.Benchmarks;

/// <summary>Two things measured in turn, so that what else the machine does meets both alike.</summary>
public static class Rounds
{
    public const int Count = 5;

    /// <summary>Each round measures the peer, then ours; both give a rate per second. Prints rounds, medians and the ratio.</summary>
    public static async Task CompareAsync(string ours, Func<Task<double>> measureOurs, string peer, Func<Task<double>> measurePeer)
    {
        ArgumentNullException.ThrowIfNull(measureOurs);
        ArgumentNullException.ThrowIfNull(measurePeer);
        var (rates, limits) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Count; round++)
        {
            limits.Add(await measurePeer());
            rates.Add(await measureOurs());
            Console.WriteLine($"round {round}: {peer} {limits[^1],8:0}/s   {ours} {rates[^1],8:0}/s   ratio {rates[^1] / limits[^1]:0.00}");
        }
        var (rate, limit) = (Statistics.Median(rates), Statistics.Median(limits));
        Console.WriteLine($"median : {peer} {limit,8:0}/s   {ours} {rate,8:0}/s   ratio {rate / limit:0.00}");
    }
}
