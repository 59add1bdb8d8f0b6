namespace Puskesos.Core.Reports.Lives;

/// <summary>The cases filed in a period by place, for the map, without the places that would tell of a handful of confidential ones.</summary>
internal sealed class PlaceCounts
{
    private readonly Dictionary<string, double> counts;
    private readonly IReadOnlySet<string> hidden;
    private readonly bool allHidden;

    /// <param name="filter">What the report is narrowed to.</param>
    /// <param name="lives">The lives of the period.</param>
    /// <param name="placeOf">The place of a village's code: itself, or its sub-district.</param>
    /// <param name="allHidden">Whether a narrowed report may show nothing.</param>
    public PlaceCounts(ReportFilter filter, CountedLives lives, Func<string, string> placeOf, bool allHidden)
    {
        var whole = ByPlace(lives.Whole, placeOf);
        this.allHidden = allHidden;
        if (filter.IsEmpty)
        {
            (counts, hidden) = (whole.ToDictionary(cell => cell.Key, cell => cell.Value.Value ?? 0), SmallCells.HiddenOf(whole.Values));
            return;
        }

        counts = ByPlace(lives.Narrowed, placeOf).ToDictionary(cell => cell.Key, cell => cell.Value.Value ?? 0);
        hidden = NarrowedFigures.WithheldOf(whole.Values);
    }

    /// <summary>The figure of a place.</summary>
    public FigureValue Of(string place) => allHidden || hidden.Contains(place) ? new(FigureState.TooSmall) : FigureValue.Of(counts.GetValueOrDefault(place));

    private static Dictionary<string, CountedCell> ByPlace(CaseFigures lives, Func<string, string> placeOf) => lives.Villages.Values.GroupBy(cell => placeOf(cell.Part))
        .ToDictionary(group => group.Key, group => new CountedCell(group.Key, group.Sum(cell => cell.Value), group.Sum(cell => cell.Confidential)));
}
