namespace Puskesos.Core.Reports.Lives;

/// <summary>Reckons shares and percentiles; of nothing there is none.</summary>
internal static class Shares
{
    /// <summary>A part of a whole in per cent.</summary>
    public static double? Percent(int part, int whole) => whole == 0 ? null : 100.0 * part / whole;

    /// <summary>The percentile between the two nearest, as percentile_cont of SQL reckons it; sorts the numbers.</summary>
    public static double? Percentile(List<int> numbers, double share)
    {
        if (numbers.Count == 0) return null;
        numbers.Sort();
        var at = share * (numbers.Count - 1);
        var (low, high) = (numbers[(int)Math.Floor(at)], numbers[(int)Math.Ceiling(at)]);
        return low + ((high - low) * (at - Math.Floor(at)));
    }
}
