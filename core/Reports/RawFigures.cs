namespace Puskesos.Core.Reports;

/// <summary>Figures as the database counted them, by indicator and part, for one period.</summary>
internal sealed class RawFigures
{
    private readonly Dictionary<(int Indicator, string Part), CountedCell> cells = [];

    /// <summary>The cell of a part; null when the database had no row for it.</summary>
    public CountedCell? this[int indicator, string part] => cells.TryGetValue((indicator, part), out var cell) ? cell : null;

    public void Add(int indicator, CountedCell cell) => cells[(indicator, cell.Part)] = cell;

    /// <summary>All cells of a breakdown: parts that begin with this word and a colon.</summary>
    public IReadOnlyList<CountedCell> Breakdown(int indicator, string prefix) =>
        [.. cells.Where(cell => cell.Key.Indicator == indicator && cell.Key.Part.StartsWith(prefix + ":", StringComparison.Ordinal)).Select(cell => cell.Value)];
}
