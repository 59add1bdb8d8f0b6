namespace Puskesos.Core.Reports.Lives;

/// <summary>What is open at the end of the period and who has it (indicators 17, 18).</summary>
internal sealed class StandingFigures(ReportedPeriod period)
{
    /// <summary>Ages in days from filing (DOMAIN §8, indicator 17): up to and with.</summary>
    private static readonly (string Part, double Upto)[] Ages = [("days:0-5", 5), ("days:6-14", 14), ("days:15-60", 60), ("days:61-", double.MaxValue)];

    private readonly int[] open = new int[Ages.Length];
    private readonly Tally<long> owned = new(), closed = new();

    public void Add(ReportedCase one)
    {
        if (one.OwnerId is { } closer && period.Holds(one.ClosedAt)) closed.Add(closer, false);
        if (one.FiledAt >= period.AsOf || one.ClosedAt < period.To) return;
        var age = Math.Floor((period.AsOf - one.FiledAt).TotalDays);
        open[Array.FindIndex(Ages, row => age <= row.Upto)]++;
        if (one.OwnerId is { } owner) owned.Add(owner, false);
    }

    public void Write(RawFigures raw)
    {
        for (var i = 0; i < Ages.Length; i++) raw.Add(17, new CountedCell(Ages[i].Part, open[i], 0));
        owned.Write(raw, 18, "open:");
        closed.Write(raw, 18, "closed:");
    }
}
