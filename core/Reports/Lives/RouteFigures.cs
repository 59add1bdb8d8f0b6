using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;

namespace Puskesos.Core.Reports.Lives;

/// <summary>Referrals, the TKSK's reviews and visits as the history tells them (indicators 8, 9, 20).</summary>
internal sealed class RouteFigures(ReportedPeriod period, IReadOnlyDictionary<string, WorkingTime> units)
{
    private readonly List<int> waits = [];
    private readonly List<double> hours = [];
    private int sent, answered, returned, waiting, reviewed, sentBack, planned, done;

    public void Add(ReportedCase one)
    {
        foreach (var move in one.Moves)
        {
            if (move.At >= period.To) continue;
            if (move.To == CaseStatus.ReferralReview) waiting++;
            if (move.From == CaseStatus.ReferralReview) waiting--;
            if (move.At < period.From) continue;
            AddReferral(one, move);
            AddReview(one, move);
            if (move.To == CaseStatus.Visit) planned++;
            if (move is { From: CaseStatus.Visit, To: CaseStatus.InProgress or CaseStatus.ReferralReview }) done++;
        }
    }

    public void Write(RawFigures raw)
    {
        void Put(int indicator, string part, double? value) => raw.Add(indicator, new CountedCell(part, value, 0));
        Put(8, "sent", sent);
        Put(8, "answered", answered);
        Put(8, "returned", returned);
        raw.Add(8, new CountedCell("wait", Shares.Percentile(waits, 0.5), 0), waits.Count);
        Put(9, "waiting", waiting);
        raw.AddShare(9, "returned", sentBack, reviewed);
        raw.Add(9, new CountedCell("hours", MedianOfHours(), 0), hours.Count);
        Put(20, "planned", planned);
        Put(20, "done", done);
    }

    private void AddReferral(ReportedCase one, ReportedMove move)
    {
        if (move.To == CaseStatus.Referred) sent++;
        if (move.From != CaseStatus.Referred) return;
        if (move.To == CaseStatus.InProgress) returned++;
        if (move.To is not (CaseStatus.Resolved or CaseStatus.Rejected)) return;
        answered++;
        if (move.Since is { } since) waits.Add(one.Days.Of(move.At) - one.Days.Of(since));
    }

    private void AddReview(ReportedCase one, ReportedMove move)
    {
        if (move.From != CaseStatus.ReferralReview) return;
        reviewed++;
        if (move.To == CaseStatus.InProgress) sentBack++;
        if (move.Since is { } since && units.TryGetValue(one.UnitCode, out var working)) hours.Add(working.WorkingTimeBetween(since, move.At).TotalHours);
    }

    private double? MedianOfHours()
    {
        hours.Sort();
        return hours.Count == 0 ? null : (hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2;
    }
}
