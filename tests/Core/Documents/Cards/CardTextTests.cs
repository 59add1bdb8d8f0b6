using Puskesos.Core.Documents.Cards;

namespace Puskesos.Tests.Core.Documents.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("NIK : 3328161708850003\nNama : TARYONO\nKel/Desa : JATIBOGOR", "3328161708850003", "Taryono", "Jatibogor")]
    [InlineData("  NlK  33281617O885OOO3 \n: \nNama\t: SITI  AMINAH |\n KelIDesa ; KARANG ANYAR _", "3328161708850003", "Siti Aminah", "Karang Anyar")]
    [InlineData("NIK : 3328161708850003", "3328161708850003", null, null)]
    [InlineData("NIK : 332816170885000\nNama : X", null, null, null)]
    [InlineData("NIK : 9999999999999999\nNama : BUDI", null, "Budi", null)]
    [InlineData("KARTU KELUARGA\nNo. 3328160101100001", null, null, null)]
    [InlineData("", null, null, null)]
    public void Lines_of_a_card_are_found(string text, string? nik, string? name, string? village) =>
        Assert.Equal(new CardReading(nik, name, village), CardText.Parse(text));

    [Theory]
    [InlineData("Siti Aminah", "siti", false)]
    [InlineData("Siti Aminah", "Bu Aminah", false)]
    [InlineData("Siti", "Siti Aminah", false)]
    [InlineData("Nurul Huda", "Nur", true)]
    [InlineData("Siti Aminah", "Siti Rahma", true)]
    [InlineData("Siti Aminah", "Ibu", true)]
    [InlineData("Siti Aminah", "", false)]
    [InlineData(null, "Siti", false)]
    public void A_part_of_a_name_is_no_other_name(string? printed, string told, bool another) => Assert.Equal(another, new CardReading(null, printed, null).NamesAnother(told));

    [Theory]
    [InlineData("Taryono", "Taryono", false, true)]
    [InlineData("Taryono", "Warniati", true, false)]
    [InlineData(null, "Taryono", true, true)]
    [InlineData(null, "Taryono", false, false)]
    public void A_number_counts_for_the_owner_of_the_card(string? printed, string told, bool isWriter, bool counts) => Assert.Equal(counts, new CardReading("3328161708850003", printed, null).IsOf(told, isWriter));

    [Theory]
    [InlineData("Taryono", "TARYONO", true)]
    [InlineData("Siti Aminah", "sitiaminah", true)]
    [InlineData("Siti", "Sita", false)]
    [InlineData(null, "Siti", false)]
    public void Names_are_compared_by_their_letters(string? one, string? other, bool same) => Assert.Equal(same, CardReading.SameName(one, other));
}
