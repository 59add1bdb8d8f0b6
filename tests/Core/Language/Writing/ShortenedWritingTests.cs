using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Tests.Core.Language.Writing;

public sealed class ShortenedWritingTests
{
    private static readonly Vocabulary Words = LanguageLexicon.Seed.Words;

    [Theory]
    [InlineData("bnsos", "bansos")]
    [InlineData("klompok", "kelompok")]
    [InlineData("ktrangan", "keterangan")]
    [InlineData("srat", "surat")]
    [InlineData("longsr", "longsor")]
    [InlineData("pngemis", "pengemis")]
    [InlineData("dkurung", "dikurung")]
    [InlineData("dksih", "kasih")]
    [InlineData("krtux", "kartu")]
    [InlineData("rmahny", "rumah")]
    public void Vowels_may_be_left_out(string written, string word)
    {
        Assert.Equal(word, Words[Words.Find(written)]);
    }

    [Theory]
    [InlineData("belia")]
    [InlineData("bant")]
    [InlineData("kr")]
    [InlineData("qqqq")]
    [InlineData("bnsosss")]
    public void What_is_no_shortening_stays_unknown(string written)
    {
        Assert.Equal(Vocabulary.Unknown, Words.Find(written));
    }

    [Theory]
    [InlineData("dibelikan", "beli")]
    [InlineData("didalam", "dalam")]
    [InlineData("kontrakannya", "ngontrak")]
    public void A_form_that_no_table_writes_out_leads_to_its_stem(string written, string word)
    {
        Assert.Equal(word, Words[Words.Find(written)]);
    }
}
