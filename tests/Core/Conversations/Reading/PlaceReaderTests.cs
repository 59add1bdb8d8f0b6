using Puskesos.Core.Conversations;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Places;
using Puskesos.Tests.Core.Places;

namespace Puskesos.Tests.Core.Conversations.Reading;

public sealed class PlaceReaderTests
{
    private static readonly PlaceReader Tegal = new(new PlaceIndex(DemoRows.TegalOnly(), version: 1), DemoRows.Tegal);

    [Theory]
    [InlineData("bpnt saldo kosong trs dr bln juli")]
    [InlineData("akta kelahiran anak belum jadi")]
    [InlineData("bapak saya sudah meninggal mau urus akta kematian")]
    [InlineData("kartu kis saya mati")]
    [InlineData("saldo bansos kosong terus")]
    public void Ordinary_words_of_a_story_are_no_village(string story) => Assert.Equal(PlaceReading.None, Tegal.Read(story));

    [Theory]
    [InlineData("pkh saya belum cair, jatibogor suradadi", "33.28.16.2007")]
    [InlineData("kis mati, desa jatibogr", "33.28.16.2007")]
    [InlineData("kis mati, warga jatibogr suradadi", "33.28.16.2007")]
    [InlineData("kis saya mati jati bogor suradadi", "33.28.16.2007")]
    public void A_told_village_is_found_in_a_story(string story, string code) => Assert.Equal([code], Tegal.Read(story).Codes);

    [Theory]
    [InlineData("332816", true)]
    [InlineData("332899", null)]
    [InlineData("320499", null)]
    [InlineData("335516", false)]
    [InlineData("339916", false)]
    public void The_region_of_a_number_is_known_impossible_or_perhaps_an_older_one(string sixDigits, bool? expected) =>
        Assert.Equal(expected, Tegal.KnowsRegion(sixDigits));
}
