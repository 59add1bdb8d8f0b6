using Puskesos.Core.Calendar;

namespace Puskesos.Core.Reports.Lives;

/// <summary>The moments between which a period's figures are counted, in UTC.</summary>
/// <param name="From">Beginning.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="AsOf">The end, or now while the period lasts.</param>
/// <param name="LastYear">Year of the last day, by which people's ages are told.</param>
internal sealed record ReportedPeriod(DateTime From, DateTime To, DateTime AsOf, int LastYear)
{
    public static ReportedPeriod Of(ReportPeriod period, IndonesianZone zone, DateTimeOffset now)
    {
        var (from, to) = period.In(zone);
        return new ReportedPeriod(from.UtcDateTime, to.UtcDateTime, now < to ? now.UtcDateTime : to.UtcDateTime, period.Last.Year);
    }

    public bool Holds(DateTime? at) => at >= From && at < To;
}
