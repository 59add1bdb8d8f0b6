using System.Diagnostics;

namespace Puskesos.Benchmarks;

/// <summary>What one call of an operation costs.</summary>
/// <param name="Median">Microseconds.</param>
/// <param name="P99">Microseconds.</param>
/// <param name="Bytes">Allocated per call, on average.</param>
public sealed record OperationCost(string Operation, double Median, double P99, double Bytes)
{
    public override string ToString() => string.Create(null, $"{Operation,-40} median {Median,9:0.00} us   p99 {P99,9:0.00} us   {Bytes,9:0} B/op   {1_000_000 / Median,12:0} op/s");
}

/// <summary>Times a short operation on one thread; the inputs are walked in turn, so that no single one is measured hot.</summary>
public static class OperationTimer
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);
    private const int MostSamples = 2_000_000;

    public static OperationCost Measure<T>(string operation, IReadOnlyList<T> inputs, Action<T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Repeat(inputs, run, WarmUp, null);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var samples = new List<double>(MostSamples);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(inputs, run, Measured, samples);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)samples.Count;

        return new(operation, Statistics.Median(samples), Statistics.Percentile(samples, 99), bytes);
    }

    private static void Repeat<T>(IReadOnlyList<T> inputs, Action<T> run, TimeSpan time, List<double>? samples)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(start) < time && i < MostSamples; i++)
        {
            var input = inputs[i % inputs.Count];
            var from = Stopwatch.GetTimestamp();
            run(input);
            samples?.Add(Stopwatch.GetElapsedTime(from).TotalMicroseconds);
        }
    }
}
