using Puskesos.Benchmarks.Admin;
using Puskesos.Benchmarks.Clocks;
using Puskesos.Benchmarks.Documents;
using Puskesos.Benchmarks.Language;
using Puskesos.Benchmarks.Places;
using Puskesos.Benchmarks.Reports;
using Puskesos.Benchmarks.Turns;

namespace Puskesos.Benchmarks;

/// <summary>Runs the benchmarks that are named, or all of them.</summary>
public sealed class Program
{
    private static readonly IBenchmark[] All = [new LimitBenchmark(), new TurnsBenchmark(), new ClocksBenchmark(), new LanguageBenchmark(), new PlacesBenchmark(), new ReportsBenchmark(), new DocumentsBenchmark(), new AdminBenchmark()];

    private Program() { }

    public static async Task<int> Main(string[] names)
    {
        if (names.Contains("--list"))
        {
            foreach (var benchmark in All) Console.WriteLine($"{benchmark.Name,-10} {benchmark.About}");
            return 0;
        }
        var unknown = names.Where(name => All.All(benchmark => benchmark.Name != name)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"No benchmark called {string.Join(", ", unknown)}; there are {string.Join(", ", All.Select(one => one.Name))}");
            return 2;
        }

        using var stopped = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopped.Cancel();
        };
        foreach (var benchmark in All.Where(one => names.Length == 0 || names.Contains(one.Name)))
        {
            Console.WriteLine($"== {benchmark.Name}: {benchmark.About}");
            await benchmark.RunAsync(stopped.Token);
        }

        return 0;
    }
}
