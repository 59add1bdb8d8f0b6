namespace Puskesos.Core.Reports;

/// <summary>Turns counted cells into the report's lines: their order and names, the largest of each breakdown, and what stays hidden.</summary>
internal sealed class FigureLayout(ReportScope scope, ReportLabels labels, RawFigures now, RawFigures before)
{
    /// <summary>The part that stands for all beyond the largest.</summary>
    private const string Rest = "rest";

    /// <summary>Figures whose every case is confidential.</summary>
    private static readonly HashSet<(int, string)> AlwaysConfidential = [(1, "confidential"), (1, "secret"), (22, "alarms")];

    /// <summary>Breakdowns whose parts each have a line of their own.</summary>
    private static readonly (int Indicator, string Prefix)[] LinedBreakdowns = [(10, "level"), (12, "outcome"), (13, "reason")];

    /// <summary>What a narrowed report cannot tell, because no single case stands behind it, or because it counts confidential ones.</summary>
    private static readonly HashSet<int> BesideCases = [22, 23, 24, 25, 26];
    private static readonly HashSet<(int, string)> NotNarrowed = [(1, "contacts"), (1, "confidential"), (1, "secret"), (18, "absent")];

    /// <summary>All figures in their order.</summary>
    public IReadOnlyList<ReportFigure> Figures()
    {
        var (secret, secretBefore) = (HiddenLines(now), HiddenLines(before));
        return [.. FigureLines.All.SelectMany(line => line.Most > 0 ? Breakdown(line)
            : [new ReportFigure(line.Indicator, line.Part, labels.Of(line.Indicator, line.Part), line.Unit, Value(line, now, secret), Value(line, before, secretBefore))])];
    }

    private static HashSet<(int, string)> HiddenLines(RawFigures raw) =>
        [.. LinedBreakdowns.SelectMany(one => SmallCells.HiddenOf(raw.Breakdown(one.Indicator, one.Prefix)).Select(part => (one.Indicator, part)))];

    private FigureValue Value(FigureLine line, RawFigures raw, HashSet<(int, string)> secret)
    {
        if (IsLeftOut(scope, line.Indicator, line.Part)) return FigureValue.None;
        if (secret.Contains((line.Indicator, line.Part)) || raw.Withholds(line.Indicator, line.Part)) return new(FigureState.TooSmall);
        var cell = raw[line.Indicator, line.Part];
        var isSmall = AlwaysConfidential.Contains((line.Indicator, line.Part)) && cell is { Value: > 0 and < SmallCells.Fewest };
        // Those who answer for the whole regency's alarms were called to each of them.
        if (isSmall && !(line.Indicator == 22 && scope.IsWholeRegency)) return new(FigureState.TooSmall);
        return cell is { Value: { } number } ? FigureValue.Of(number) : line.Missing == WhenMissing.Zero ? FigureValue.Of(0) : FigureValue.None;
    }

    private IEnumerable<ReportFigure> Breakdown(FigureLine line)
    {
        var (cells, earlier) = (now.Breakdown(line.Indicator, line.Part), before.Breakdown(line.Indicator, line.Part));
        if (cells.Count == 0 || IsLeftOut(scope, line.Indicator, line.Part))
            return [new(line.Indicator, line.Part, labels.Of(line.Indicator, line.Part), line.Unit, Empty(line), FigureValue.None)];
        var (secret, secretEarlier) = (HiddenOf(now, line.Indicator, cells), HiddenOf(before, line.Indicator, earlier));
        var shown = cells.OrderByDescending(cell => secret.Contains(cell.Part) ? 0 : cell.Value).ThenBy(cell => cell.Part, StringComparer.Ordinal).ToList();
        var byPart = earlier.ToDictionary(cell => cell.Part);
        FigureValue Seen(CountedCell cell, IReadOnlySet<string> small) => small.Contains(cell.Part) ? new(FigureState.TooSmall) : FigureValue.Of(cell.Value ?? 0);
        var lines = shown.Take(line.Most).Select(cell => new ReportFigure(
            line.Indicator, cell.Part, labels.Of(line.Indicator, cell.Part), line.Unit, Seen(cell, secret),
            byPart.TryGetValue(cell.Part, out var known) ? Seen(known, secretEarlier) : before.Withholds(line.Indicator, cell.Part) ? new(FigureState.TooSmall) : FigureValue.Of(0))).ToList();
        if (shown.Count > line.Most) lines.Add(RestOf(line, [.. shown.Skip(line.Most)], secret));
        return lines;
    }

    /// <summary>Whether a narrowed report says nothing of a figure.</summary>
    public static bool IsLeftOut(ReportScope scope, int indicator, string part) => !scope.Filter.IsEmpty && (BesideCases.Contains(indicator) || NotNarrowed.Contains((indicator, part)));

    private FigureValue Empty(FigureLine line) => now.IsWithheld && !IsLeftOut(scope, line.Indicator, line.Part) ? new(FigureState.TooSmall)
        : line.Missing == WhenMissing.NoData || IsLeftOut(scope, line.Indicator, line.Part) ? FigureValue.None : FigureValue.Of(0);

    private static HashSet<string> HiddenOf(RawFigures raw, int indicator, IReadOnlyList<CountedCell> cells) =>
        [.. SmallCells.HiddenOf(cells), .. cells.Where(cell => raw.Withholds(indicator, cell.Part)).Select(cell => cell.Part)];

    /// <summary>The others together; a hidden one among them hides their sum unless it is large enough by itself, and in a narrowed report always.</summary>
    private ReportFigure RestOf(FigureLine line, IReadOnlyCollection<CountedCell> rest, IReadOnlySet<string> secret)
    {
        var sum = rest.Sum(cell => cell.Value ?? 0);
        var isSmall = rest.Any(cell => secret.Contains(cell.Part)) && (sum < SmallCells.Fewest || !scope.Filter.IsEmpty);
        return new(line.Indicator, $"{line.Part}:{Rest}", labels.Of(line.Indicator, $"{line.Part}:{Rest}"), line.Unit, isSmall ? new(FigureState.TooSmall) : FigureValue.Of(sum), FigureValue.None);
    }
}
