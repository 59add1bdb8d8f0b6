using Puskesos.Core.Places;

namespace Puskesos.Core.Reports;

/// <summary>What a figure counts, for its unit and its decimals.</summary>
public enum FigureUnit
{
    Count,
    Percent,
    WorkingDays,
    WorkingHours,
    Minutes,
    Score,
    Kilometres,
    Rupiah,
}

/// <summary>Whether there is a figure, and if not why.</summary>
public enum FigureState
{
    Known,

    /// <summary>Nothing of the kind is recorded: not the same as none.</summary>
    NoData,

    /// <summary>Hidden, because a handful of confidential cases could be told apart (DOMAIN §8).</summary>
    TooSmall,
}

/// <summary>One figure of a report.</summary>
/// <param name="Indicator">1 to 26 (DOMAIN §8).</param>
/// <param name="Part">Which of the indicator's figures: <c>total</c>, <c>category:KIS_MATI</c>; stable, for programs.</param>
/// <param name="Label">What people read.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Value">The figure of the period.</param>
/// <param name="Before">The same of the period before.</param>
public sealed record ReportFigure(int Indicator, string Part, string Label, FigureUnit Unit, FigureValue Value, FigureValue Before);

/// <summary>A figure, or why there is none.</summary>
public readonly record struct FigureValue(FigureState State, double Number = 0)
{
    /// <summary>Nothing is recorded.</summary>
    public static FigureValue None => new(FigureState.NoData);

    /// <summary>A known figure, or none.</summary>
    public static FigureValue Of(double? number) => number is { } known ? new(FigureState.Known, known) : None;
}

/// <summary>Cases of a village in the period, for the map.</summary>
public sealed record VillageCount(string Code, string Name, FigureValue Cases, bool HasUnit)
{
    /// <summary>Where it lies, when known.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Its border as well-known binary, where one was imported.</summary>
    public byte[]? Border { get; init; }
}

/// <summary>The evaluation report of an area and a period.</summary>
public sealed record EvaluationReport
{
    public required ReportScope Scope { get; init; }

    public required ReportPeriod Period { get; init; }

    /// <summary>What the report is narrowed to, in words; empty for the whole report.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Working days of the area's office in the period.</summary>
    public required int WorkingDays { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>All figures, by indicator and in the order in which they are read.</summary>
    public required IReadOnlyList<ReportFigure> Figures { get; init; }

    /// <summary>The villages of the area, or the sub-districts of a regency without borders; empty for more than a regency.</summary>
    public required IReadOnlyList<VillageCount> Villages { get; init; }

    /// <summary>Whether those are sub-districts.</summary>
    public bool ShowsSubDistricts => Villages.Count > 0 && !PlaceCode.IsVillage(Villages[0].Code);

    /// <summary>The figures of one indicator.</summary>
    public IEnumerable<ReportFigure> Of(int indicator) => Figures.Where(figure => figure.Indicator == indicator);

    /// <summary>One figure; throws for a part that no report has.</summary>
    public ReportFigure Figure(int indicator, string part) => Figures.First(figure => figure.Indicator == indicator && figure.Part == part);
}
