namespace Puskesos.Core.Reports;

/// <summary>Figures as the database counted them, by indicator and part, for one period.</summary>
internal sealed class RawFigures
{
    private readonly Dictionary<(int Indicator, string Part), CountedCell> cells = [];
    private readonly Dictionary<(int Indicator, string Part), double[]> counts = [];
    private HashSet<(int Indicator, string Part)> withheld = [];

    /// <summary>The cell of a part; null when the database had no row for it.</summary>
    public CountedCell? this[int indicator, string part] => cells.TryGetValue((indicator, part), out var cell) ? cell : null;

    public IReadOnlyCollection<(int Indicator, string Part)> Keys => cells.Keys;

    /// <summary>Whether a narrowed report may show nothing at all.</summary>
    public bool IsWithheld { get; private set; }

    public void Add(int indicator, CountedCell cell) => cells[(indicator, cell.Part)] = cell;

    /// <summary>A figure that is reckoned from counts, such as a median.</summary>
    public void Add(int indicator, CountedCell cell, params ReadOnlySpan<double> of)
    {
        Add(indicator, cell);
        counts[(indicator, cell.Part)] = of.ToArray();
    }

    /// <summary>A part of a whole in per cent.</summary>
    public void AddShare(int indicator, string name, int part, int whole) =>
        Add(indicator, new CountedCell(name, Lives.Shares.Percent(part, whole), 0), part, whole, whole - part);

    /// <summary>What a figure counts, or is reckoned from; nought where the database had no row.</summary>
    public double[] CountsOf((int Indicator, string Part) key) =>
        counts.TryGetValue(key, out var of) ? of : [cells.TryGetValue(key, out var cell) ? cell.Value ?? 0 : 0];

    /// <summary>All cells of a breakdown: parts that begin with this word and a colon.</summary>
    public IReadOnlyList<CountedCell> Breakdown(int indicator, string prefix) =>
        [.. cells.Where(cell => cell.Key.Indicator == indicator && cell.Key.Part.StartsWith(prefix + ":", StringComparison.Ordinal)).Select(cell => cell.Value)];

    /// <summary>Says what a narrowed report does not show: these figures, or all of them.</summary>
    public void Withhold(HashSet<(int Indicator, string Part)> figures, bool all) => (withheld, IsWithheld) = (figures, all);

    /// <summary>Whether a narrowed report does not show this figure.</summary>
    public bool Withholds(int indicator, string part) => IsWithheld || withheld.Contains((indicator, part));
}
