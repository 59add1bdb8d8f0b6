using Puskesos.Core.Language.Identity;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Identity;

public sealed class PhoneNumberReaderTests
{
    [Theory]
    [InlineData("hp saya 0812-0000-0113 ya", "0812-0000-0113", "+6281200000113")]
    [InlineData("hp.081200000113", "081200000113", "+6281200000113")]
    [InlineData("wa:+62 812 0000 0113", "+62 812 0000 0113", "+6281200000113")]
    [InlineData("wa 812-0000-0113", "812-0000-0113", "+6281200000113")]
    [InlineData("81200000113", "81200000113", "+6281200000113")]
    [InlineData("hubungi 0283 491000", "0283 491000", "+62283491000")]
    [InlineData("rt 3 081200000113", "081200000113", "+6281200000113")]
    public void A_number_is_found_with_its_place(string message, string surface, string expected)
    {
        var numbers = PhoneNumberReader.Find(message);

        Assert.Equal(expected, numbers.Count == 1 ? numbers[0].E164 : "");
        if (numbers.Count == 1)
            Assert.Equal(surface, message[numbers[0].Start..(numbers[0].End + 1)]);
    }

    [Fact]
    public void Two_numbers_side_by_side_are_two()
    {
        var numbers = PhoneNumberReader.Find("0812 0000 0113 0813 1111 2222");

        Assert.Equal(["+6281200000113", "+6281311112222"], numbers.Select(number => number.E164));
    }

    [Theory]
    [InlineData("3328160101909551")]
    [InlineData("nik 3328 1601 0190 9551")]
    [InlineData("bpjs 0001234567890")]
    [InlineData("Rp 850.000.000")]
    [InlineData("TGL-2611-0042-7")]
    [InlineData("tgl 08-12-2025")]
    [InlineData("112")]
    [InlineData("nop 332801000100200300")]
    public void Other_numbers_are_none(string message)
    {
        Assert.Empty(PhoneNumberReader.Find(message));
    }

    [Fact]
    public void Shared_numbers_reach_the_gate()
    {
        var score = new Score("phones", 0.98);

        foreach (var row in SharedCases.Read("phones.tsv"))
        {
            var found = PhoneNumberReader.Find(row["text"]);
            var read = found.Count == 1 ? found[0].E164 : "";
            score.Count(read == row["e164"], $"{row["text"]}: {read}, should be {row["e164"]}");
        }

        score.MustReachTheGate();
    }
}
