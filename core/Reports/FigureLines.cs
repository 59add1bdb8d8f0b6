namespace Puskesos.Core.Reports;

/// <summary>What a missing row means.</summary>
internal enum WhenMissing
{
    /// <summary>Counted, and there was none.</summary>
    Zero,

    /// <summary>Nothing to reckon with: no share of nothing, no median of nobody.</summary>
    NoData,
}

/// <summary>One line of the report's plan: a figure with a fixed name, or a breakdown by something.</summary>
/// <param name="Indicator">1 to 26.</param>
/// <param name="Part">The figure's part; of a breakdown the word before the colon.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Missing">What a missing row means.</param>
/// <param name="Most">For a breakdown: how many of the largest are shown, the rest together; 0 for a single figure.</param>
internal sealed record FigureLine(int Indicator, string Part, FigureUnit Unit = FigureUnit.Count, WhenMissing Missing = WhenMissing.Zero, int Most = 0);

/// <summary>The 26 indicators of DOMAIN §8 in their order. What the service does not record yet says so instead of nought.</summary>
internal static class FigureLines
{
    /// <summary>"Top 10" of DOMAIN §8.</summary>
    private const int Top = 10;

    /// <summary>Officers of the largest unit or sub-district fit; a regency shows the busiest.</summary>
    private const int MostOfficers = 30;

    /// <summary>All kinds of DOMAIN §4.4.</summary>
    private const int Ppks = 26;

    private const WhenMissing Never = WhenMissing.NoData;

    public static IReadOnlyList<FigureLine> All { get; } =
    [
        new(1, "total"), new(1, "per-day"), new(1, "contacts", Missing: Never), new(1, "channel", Most: Top), new(1, "confidential"), new(1, "secret", Missing: Never),
        new(2, "category", Most: Top), new(2, "programme", Most: Top),
        new(3, "persons"), new(3, "with-nik"), new(3, "women", Missing: Never), new(3, "men", Missing: Never), new(3, "elderly", Missing: Never), new(3, "children", Missing: Never), new(3, "disabled"),
        new(4, "kind", Missing: Never, Most: Ppks),
        new(5, "on-time", FigureUnit.Percent, Never), new(5, "checked"),
        new(6, "median", FigureUnit.WorkingDays, Never), new(6, "ninetieth", FigureUnit.WorkingDays, Never), new(6, "paused", FigureUnit.WorkingDays, Never),
        new(7, "local", FigureUnit.Percent, Never), new(7, "resolved"),
        new(8, "sent"), new(8, "acknowledged"), new(8, "answered"), new(8, "returned"), new(8, "wait", FigureUnit.WorkingDays, Never), new(8, "agency", Most: Top),
        new(9, "waiting"), new(9, "hours", FigureUnit.WorkingHours, Never), new(9, "returned", FigureUnit.Percent, Never),
        new(10, "cases"), new(10, "level:1"), new(10, "level:2"), new(10, "level:3"), new(10, "unit", Most: Top),
        new(11, "cases"), new(11, "paper", Most: Top),
        .. Enumerable.Range(1, 8).Select(outcome => new FigureLine(12, $"outcome:H{outcome}")), new(12, "received", FigureUnit.Percent, Never),
        new(13, "rejected"), .. Enumerable.Range(1, 6).Select(reason => new FigureLine(13, $"reason:T{reason}")), new(13, "objections"), new(13, "upheld"),
        new(14, "reopened"), new(14, "share", FigureUnit.Percent, Never),
        new(15, "answered", FigureUnit.Percent, Never), new(15, "automatic", FigureUnit.Percent, Never),
        new(16, "score", FigureUnit.Score, Never), new(16, "answers"), new(16, "elements", Missing: Never),
        new(17, "days:0-5"), new(17, "days:6-14"), new(17, "days:15-60"), new(17, "days:61-"),
        new(18, "open", Most: MostOfficers), new(18, "closed", Most: MostOfficers), new(18, "absent", FigureUnit.WorkingDays, Most: MostOfficers),
        new(19, "proposed"), new(19, "entered"), new(19, "answered"),
        new(20, "planned"), new(20, "done"), new(20, "missed"),
        new(21, "trips"), new(21, "kilometres", FigureUnit.Kilometres),
        new(22, "alarms"), new(22, "minutes", FigureUnit.Minutes, Never),
        new(23, "questions", Missing: Never), new(23, "unanswered", Missing: Never),
        new(24, "villages"), new(24, "with-unit", FigureUnit.Percent, Never), new(24, "silent"),
        new(25, "obstacles"), new(25, "obstacles-open"), new(25, "bulletins", Missing: Never),
        new(26, "failed", Most: Top), new(26, "cost", FigureUnit.Rupiah, Never, Top), new(26, "cost-unit", FigureUnit.Rupiah, Never, Top),
    ];
}
