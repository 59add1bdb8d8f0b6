namespace Puskesos.Core.Reports;

/// <summary>
/// A narrowed report counts ordinary cases only: of a confidential one it says nothing by itself. But the whole report less the narrowed ones
/// would tell how many confidential cases a figure holds. So a figure that holds a handful of them is withheld from every narrowed report of
/// the area and period, whatever the filter: what cannot be summed up cannot be subtracted (DOMAIN §8).
/// </summary>
internal static class NarrowedFigures
{
    /// <summary>Figures that are reckoned from another one alone.</summary>
    private static readonly ((int, string) Figure, (int, string) Of)[] Reckoned = [((1, "per-day"), (1, "total")), ((21, "kilometres"), (21, "trips")), ((16, "score"), (16, "answers"))];

    /// <summary>Figures that count a part of another's cases: the difference is a figure, too.</summary>
    private static readonly ((int, string) Part, (int, string) Whole)[] Nested =
    [
        ((5, "checked"), (1, "total")), ((3, "with-nik"), (3, "persons")), ((3, "disabled"), (3, "persons")), ((3, "women"), (3, "with-nik")), ((3, "men"), (3, "with-nik")),
        ((3, "elderly"), (3, "with-nik")), ((3, "children"), (3, "with-nik")), ((16, "answers"), (7, "resolved")), ((21, "trips"), (7, "resolved")), ((13, "upheld"), (13, "objections")),
    ];

    /// <summary>The narrowed figures of a period, with what has to be withheld.</summary>
    /// <param name="filter">What the report is narrowed to.</param>
    /// <param name="whole">The figures of the whole report.</param>
    /// <param name="ordinary">Those of its ordinary cases.</param>
    /// <param name="narrowed">Those of the ordinary cases that the filter names.</param>
    public static RawFigures Of(ReportFilter filter, RawFigures whole, RawFigures ordinary, RawFigures narrowed)
    {
        var confidential = whole.Keys.ToDictionary(key => key, key => Confidential(whole.CountsOf(key), ordinary.CountsOf(key)));
        var withheld = confidential.Where(one => one.Value.Any(IsHandful)).Select(one => one.Key).ToHashSet();
        foreach (var (part, all) in Nested)
            if (confidential.TryGetValue(part, out var some) && confidential.TryGetValue(all, out var sum) && IsHandful(sum[0] - some[0])) withheld.Add(part);
        foreach (var breakdown in whole.Keys.Where(key => key.Part.Contains(':', StringComparison.Ordinal)).GroupBy(key => (key.Indicator, key.Part[..key.Part.IndexOf(':', StringComparison.Ordinal)])))
            if (Second([.. breakdown.Select(key => (key, confidential[key][0]))], withheld) is { } second) withheld.Add(second);
        withheld.UnionWith(Reckoned.Where(one => withheld.Contains(one.Of)).Select(one => one.Figure).ToList());
        narrowed.Withhold(withheld, filter.Cells().Any(withheld.Contains));
        return narrowed;
    }

    /// <summary>The places that a narrowed map shows: each with the narrowed count and, in place of its confidential cases, how many the whole report has there.</summary>
    public static IReadOnlySet<string> WithheldOf(IReadOnlyCollection<CountedCell> places)
    {
        var withheld = places.Where(place => IsHandful(place.Confidential)).Select(place => (0, place.Part)).ToHashSet();
        if (Second([.. places.Select(place => ((0, place.Part), (double)place.Confidential))], withheld) is { } second) withheld.Add(second);
        return withheld.Select(place => place.Part).ToHashSet();
    }

    /// <summary>When one part of a breakdown alone is withheld, all less the others would tell it: one more goes with it.</summary>
    private static (int, string)? Second(List<((int, string) Key, double Confidential)> breakdown, HashSet<(int, string)> withheld) =>
        breakdown.Count(one => withheld.Contains(one.Key)) != 1 ? null
            : breakdown.Where(one => one.Confidential > 0 && !withheld.Contains(one.Key)).OrderBy(one => one.Confidential).Select(one => ((int, string)?)one.Key).FirstOrDefault();

    private static double[] Confidential(double[] whole, double[] ordinary) => [.. whole.Select((count, place) => count - (place < ordinary.Length ? ordinary[place] : 0))];

    private static bool IsHandful(double confidential) => Math.Abs(confidential) is > 0 and < SmallCells.Fewest;
}
