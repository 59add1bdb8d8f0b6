using Puskesos.Core.Cases;

namespace Puskesos.Core.Reports.Lives;

/// <summary>How cases ended and how long it took (indicators 6, 7, 12 to 16, 19, 21).</summary>
internal sealed class EndingFigures(ReportedPeriod period)
{
    /// <summary>Telegram, WhatsApp and web chat: who wrote there saved a way to the office.</summary>
    private const int FirstChat = 1, LastChat = 3;

    private readonly List<int> days = [], waited = [];
    private readonly Tally<int> outcomes = new();
    private int resolved, local, rated, score, trips, ended, received, proposed;
    private int rejected, objections, upheld, reopened, closed, confirmed, byResident, bySystem;

    public void Add(ReportedCase one)
    {
        if (period.Holds(one.ClosedAt)) closed++;
        AddMoves(one);
        if (!period.Holds(one.ResolvedAt)) return;
        resolved++;
        if (!one.Moves.Exists(move => move.To == CaseStatus.Referred)) local++;
        if (one.Rating is { } stars) (rated, score) = (rated + 1, score + stars);
        if (one.Channel is >= FirstChat and <= LastChat) trips++;
        AddOutcomes(one);
        AddDuration(one, one.ResolvedAt!.Value);
    }

    public void Write(RawFigures raw)
    {
        void Put(int indicator, string part, double? value) => raw.Add(indicator, new CountedCell(part, value, 0));
        raw.Add(6, new CountedCell("median", Shares.Percentile(days, 0.5), 0), days.Count);
        raw.Add(6, new CountedCell("ninetieth", Shares.Percentile(days, 0.9), 0), days.Count);
        raw.Add(6, new CountedCell("paused", Shares.Percentile(waited, 0.5), 0), waited.Count);
        Put(7, "resolved", resolved);
        raw.AddShare(7, "local", local, resolved);
        outcomes.Write(raw, 12, "outcome:H");
        raw.AddShare(12, "received", received, ended);
        Put(13, "rejected", rejected);
        Put(13, "objections", objections);
        Put(13, "upheld", upheld);
        Put(14, "reopened", reopened);
        raw.AddShare(14, "share", reopened, closed);
        raw.AddShare(15, "answered", byResident, confirmed);
        raw.AddShare(15, "automatic", bySystem, confirmed);
        Put(16, "answers", rated);
        raw.Add(16, new CountedCell("score", rated == 0 ? null : (double)score / rated, 0), rated);
        Put(19, "proposed", proposed);
        Put(21, "trips", trips);
    }

    private void AddOutcomes(ReportedCase one)
    {
        foreach (var need in one.Needs)
        {
            if (need.Outcome is not { } outcome) continue;
            ended++;
            outcomes.Add(outcome, one.IsConfidential);
            if (outcome == (int)Outcome.AidReceived) received++;
            if (outcome == (int)Outcome.DataCorrected) proposed++;
        }
    }

    private void AddMoves(ReportedCase one)
    {
        var isReopened = false;
        foreach (var move in one.Moves)
        {
            if (!period.Holds(move.At)) continue;
            if (move.To == CaseStatus.Rejected) rejected++;
            if (move.To == CaseStatus.Reopened) isReopened = true;
            if (move is { From: CaseStatus.Rejected, To: CaseStatus.Reopened })
            {
                objections++;
                if (one.ResolvedAt > move.At) upheld++;
            }

            if (move.To != CaseStatus.Confirmed) continue;
            confirmed++;
            if (move.ActorRole == "resident") byResident++;
            if (move.ActorRole == "system") bySystem++;
        }

        if (isReopened) reopened++;
    }

    /// <summary>Working days from filing to the outcome, without those on which the resident was waited for.</summary>
    private void AddDuration(ReportedCase one, DateTime resolvedAt)
    {
        var paused = Paused(one);
        days.Add(Math.Max(one.Days.Of(resolvedAt) - one.Days.Of(one.FiledAt) - paused, 0));
        if (paused > 0) waited.Add(paused);
    }

    /// <summary>Working days of waiting for papers; of a case with several needs only so far as all of them waited.</summary>
    private static int Paused(ReportedCase one)
    {
        if (one.Needs.Count == 0 || !one.Moves.Exists(IsEndOfWaiting)) return 0;
        var waits = new Dictionary<int, int>();
        foreach (var move in one.Moves)
            if (IsEndOfWaiting(move))
                waits[move.Item] = waits.GetValueOrDefault(move.Item) + (move.Since is { } since ? one.Days.Of(move.At) - one.Days.Of(since) : 0);
        return waits.ContainsKey(0) || waits.Count == one.Needs.Count ? waits.Values.Min() : 0;
    }

    private static bool IsEndOfWaiting(ReportedMove move) => move.From == CaseStatus.NeedsDocuments;
}
