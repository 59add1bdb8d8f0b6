using Puskesos.Core.Calendar;

namespace Puskesos.Core.Reports.Lives;

/// <summary>All figures of one period that follow from the lives of cases.</summary>
internal sealed class CaseFigures(ReportedPeriod period, IReadOnlyDictionary<string, WorkingTime> units)
{
    private readonly IntakeFigures intake = new(period);
    private readonly EndingFigures endings = new(period);
    private readonly RouteFigures routes = new(period, units);
    private readonly StandingFigures standing = new(period);

    /// <summary>Cases filed in the period by village.</summary>
    public IReadOnlyDictionary<string, CountedCell> Villages => intake.Villages;

    public void Add(ReportedCase one)
    {
        intake.Add(one);
        endings.Add(one);
        routes.Add(one);
        standing.Add(one);
    }

    public void Write(RawFigures raw)
    {
        intake.Write(raw);
        endings.Write(raw);
        routes.Write(raw);
        standing.Write(raw);
    }
}
