namespace Puskesos.Core.Reports;

/// <summary>A counted cell of a breakdown and how many of its cases are confidential.</summary>
public readonly record struct CountedCell(string Part, double? Value, long Confidential);

/// <summary>Hides the cells by which a handful of confidential cases could be found out (DOMAIN §8: under five).</summary>
public static class SmallCells
{
    /// <summary>A cell with fewer cases, one of them confidential, is not shown.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// The parts to hide. When one cell alone would be hidden, the total less the others would tell it: the smallest of
    /// the others is hidden with it.
    /// </summary>
    public static IReadOnlySet<string> HiddenOf(IReadOnlyCollection<CountedCell> breakdown)
    {
        var hidden = breakdown.Where(cell => cell.Confidential > 0 && cell.Value < Fewest).Select(cell => cell.Part).ToHashSet();
        if (hidden.Count == 1 && breakdown.Where(cell => cell.Value > 0 && !hidden.Contains(cell.Part)).OrderBy(cell => cell.Value).ThenBy(cell => cell.Part, StringComparer.Ordinal).FirstOrDefault() is { Part: { } second })
            hidden.Add(second);
        return hidden;
    }
}
