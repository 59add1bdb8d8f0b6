using Puskesos.Core.Language.Identity;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Identity;

public sealed class IdentityNumberReaderTests
{
    private const string Story = "mau cek desil bu, NIK:3328 1352 0378 0001 nama warsiti, dulu dapat sekarang tidak";

    [Fact]
    public void A_number_in_a_story_is_masked_for_officers()
    {
        Assert.Equal("mau cek desil bu, NIK:3328••••••••0001 nama warsiti, dulu dapat sekarang tidak", IdentityNumberReader.Mask(Story));
    }

    [Fact]
    public void A_number_in_a_story_is_left_out_for_the_resident()
    {
        Assert.Equal("mau cek desil bu, nama warsiti, dulu dapat sekarang tidak", IdentityNumberReader.Remove(Story));
    }

    [Theory]
    [InlineData("nik saya 3328160101909551 tolong dicek", "tolong dicek")]
    [InlineData("no. ktp 3328.1601.0190.9551, no kk 3328160105129003. bansos belum cair", "bansos belum cair")]
    [InlineData("No.KK:3328160105129003\nanak saya yatim", "anak saya yatim")]
    [InlineData("tolong cek 3328-1601-0190-9551", "tolong cek")]
    public void Numbers_and_labels_are_left_out(string message, string expected)
    {
        Assert.Equal(expected, IdentityNumberReader.Remove(message));
    }

    [Theory]
    [InlineData("33281352037800011", 17)]
    [InlineData("nik 332813520378001", 15)]
    [InlineData("NIK: 3328 1352 0378 00011", 17)]
    public void One_digit_too_few_or_too_many_is_told(string message, int count)
    {
        var number = Assert.Single(IdentityNumberReader.Find(message));

        Assert.Equal(IdentityNumberVerdict.WrongLength, number.Verdict);
        Assert.Equal(count, number.Digits.Length);
    }

    [Theory]
    [InlineData("kartu bpjs 0001234567890")]
    [InlineData("nop 332801000100200300")]
    [InlineData("tiket TGL-2611-0042-7")]
    [InlineData("hp 081234567890")]
    [InlineData("Rp 1.500.000")]
    [InlineData("0812 3456 7890 0813 1111 2222")]
    public void Other_numbers_are_none(string message)
    {
        Assert.Empty(IdentityNumberReader.Find(message));
    }

    [Fact]
    public void Both_numbers_after_one_double_label_are_told_apart()
    {
        var numbers = IdentityNumberReader.Find("NIK/KK: 3328160101909551 / 3328160105129003");

        Assert.Equal([IdentityNumberKind.Nik, IdentityNumberKind.Kk], numbers.Select(number => number.Kind));
    }

    [Fact]
    public void The_day_of_birth_and_the_sex_are_read()
    {
        var number = IdentityNumberReader.Find("3328167112649962")[0];

        Assert.True(number.IsWoman);
        Assert.Equal(new DateOnly(1964, 12, 31), number.BirthDate(new DateOnly(2026, 11, 12)));
    }

    [Fact]
    public void Positions_count_from_label_and_first_digit()
    {
        var number = IdentityNumberReader.Find(Story)[0];

        Assert.Equal("3328 1352 0378 0001", Story[number.Start..(number.End + 1)]);
        Assert.Equal("NIK:", Story[number.LabelStart..number.Start]);
    }

    [Fact]
    public void Shared_numbers_reach_the_gate()
    {
        var score = new Score("nik/kk", 0.98);

        foreach (var row in SharedCases.Read("nik.tsv"))
        {
            var found = IdentityNumberReader.Find(row["text"], KnowsTegal);
            var read = found is [{ Verdict: IdentityNumberVerdict.Valid } only] ? only.Kind == IdentityNumberKind.Kk ? "kk" : "valid" : "invalid";
            score.Count(read == row["verdict"], $"{row["text"]}: {read}, should be {row["verdict"]}");
        }

        score.MustReachTheGate();
    }

    private static bool? KnowsTegal(string region) => region.StartsWith("3328", StringComparison.Ordinal) ? string.CompareOrdinal(region[4..], "18") <= 0 : null;
}
