using System.Globalization;
using Puskesos.Core.Language.Identity;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Identity;

public sealed class NeighbourhoodReaderTests
{
    [Theory]
    [InlineData("rt 03 rw 01 sebelah mushola", 3, 1)]
    [InlineData("rt 3 rw 5", 3, 5)]
    [InlineData("RT 03/05", 3, 5)]
    [InlineData("rw 5 rt 3", 3, 5)]
    [InlineData("RT.03/RW.05", 3, 5)]
    [InlineData("rt satu rw dua", 1, 2)]
    [InlineData("RW. III", null, 3)]
    [InlineData("rt 3, 4 orang", 3, null)]
    public void Both_numbers_are_read(string message, int? rt, int? rw)
    {
        var found = Assert.Single(NeighbourhoodReader.Find(message));

        Assert.Equal((rt, rw), (found.Rt, found.Rw));
    }

    [Theory]
    [InlineData("pak rt tidak mau")]
    [InlineData("rtlh")]
    [InlineData("lapor rt rw tapi tidak digubris")]
    public void A_head_of_the_neighbourhood_is_no_number(string message)
    {
        Assert.Empty(NeighbourhoodReader.Find(message));
    }

    [Fact]
    public void Shared_masks_reach_the_gate()
    {
        var score = new Score("rt/rw", 0.98);

        foreach (var row in SharedCases.Read("rtrw.tsv"))
        {
            var found = NeighbourhoodReader.Find(row["text"]);
            var read = found.Count == 1 ? $"{Text(found[0].Rt)}/{Text(found[0].Rw)}" : "/";
            score.Count(read == $"{row["rt"]}/{row["rw"]}", $"{row["text"]}: {read}");
        }

        score.MustReachTheGate();
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
