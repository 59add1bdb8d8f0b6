using System.Globalization;

namespace Puskesos.Tests.Core.Language.Support;

/// <summary>Counts right answers of one kind, prints them and fails below the gate.</summary>
internal sealed class Score(string kind, double gate)
{
    private readonly List<string> misses = [];
    private int total;

    public void Count(bool right, string miss)
    {
        total++;
        if (!right)
            misses.Add(miss);
    }

    public double Share => total == 0 ? 1 : (total - misses.Count) / (double)total;

    public void MustReachTheGate()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{kind,-28} {total - misses.Count,4} of {total,4} = {Share:P1} (gate {gate:P0})");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        foreach (var miss in misses)
            TestContext.Current.TestOutputHelper?.WriteLine("  missed: " + miss);
        Assert.True(total > 0, $"{kind}: no case was read.");
        Assert.True(Share >= gate, line + Environment.NewLine + string.Join(Environment.NewLine, misses));
    }
}
