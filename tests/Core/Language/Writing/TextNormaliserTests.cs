using Puskesos.Core.Language.Writing;

namespace Puskesos.Tests.Core.Language.Writing;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("TOLOOONG", "tolong")]
    [InlineData("𝐓𝐨𝐥𝐨𝐧𝐠", "tolong")]
    [InlineData("ｔｏｌｏｎｇ", "tolong")]
    [InlineData("to\u200blo\u202eng", "tolong")]
    [InlineData("énjing paéh", "enjing paeh")]
    [InlineData("e\u0301njing", "enjing")]
    [InlineData("RW III", "rw iii")]
    [InlineData("①", "1")]
    [InlineData("1️⃣", "1")]
    [InlineData("٣", "3")]
    public void Letters_and_digits_become_plain(string message, string expected)
    {
        Assert.Equal(expected, TextNormaliser.Read(message).ToString());
    }

    [Fact]
    public void Lone_surrogates_are_dropped()
    {
        Assert.Equal("ab", TextNormaliser.Read("a" + '\uD800' + "b" + '\uDC00').ToString());
    }

    [Fact]
    public void Doubled_words_keep_the_word()
    {
        var text = TextNormaliser.Read("ora metu2 bln2 anak2nya");

        Assert.Equal(["ora", "metu", "bln", "2", "anak", "nya"], Enumerable.Range(0, text.Count).Select(i => text.Word(i).ToString()));
        Assert.True(text[1].Doubled);
    }

    [Fact]
    public void Positions_lead_back_to_the_message()
    {
        const string Message = "😀 to\u200bloong 𝐩𝐤𝐡";

        var text = TextNormaliser.Read(Message);

        Assert.Equal("to\u200bloong", Message[text.OriginalStart(1)..(text.OriginalEnd(1) + 1)]);
        Assert.Equal("𝐩𝐤𝐡", Message[text.OriginalStart(2)..(text.OriginalEnd(2) + 1)]);
    }
}
