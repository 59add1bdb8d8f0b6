namespace Puskesos.Core.Reports;

/// <summary>How a figure stands beside its target.</summary>
internal enum TargetResult
{
    Reached,
    Near,
    Far,
    Unknown,
}

/// <summary>A figure that has a target.</summary>
/// <param name="Indicator">1 to 26.</param>
/// <param name="Part">Which figure.</param>
/// <param name="Goal">The target.</param>
/// <param name="IsMost">True when less is better.</param>
internal sealed record ReportTarget(int Indicator, string Part, double Goal, bool IsMost)
{
    /// <summary>Within a quarter of the target is nearly there, beyond it is far.</summary>
    private const double NearBy = 0.25;

    public TargetResult Of(FigureValue value)
    {
        if (value.State != FigureState.Known) return TargetResult.Unknown;
        var missing = IsMost ? value.Number - Goal : Goal - value.Number;
        return missing <= 0 ? TargetResult.Reached : missing <= Goal * NearBy ? TargetResult.Near : TargetResult.Far;
    }
}

/// <summary>What is aimed at: 80 % settled in the village is the anchor of DOMAIN §8, the others are the house's own (mock-up of the report).</summary>
internal static class ReportTargets
{
    public static IReadOnlyList<ReportTarget> All { get; } =
    [
        new(5, "on-time", 95, false), new(7, "local", 80, false), new(6, "median", 5, true), new(9, "hours", 4, true),
        new(14, "share", 5, true), new(15, "answered", 60, false), new(12, "received", 70, false),
    ];
}
