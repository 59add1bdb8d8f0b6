using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Tests.Core.Language.Writing;

public sealed class SpokenFormTests
{
    [Theory]
    [InlineData("gendheng", "gendeng")]
    [InlineData("mampuh", "mampu")]
    [InlineData("aktipasi", "aktifasi")]
    [InlineData("didaptarkeun", "didaptarkeun")]
    public void Words_are_known_as_they_are_spoken(string written, string meant)
    {
        var words = LanguageLexicon.Seed.Words;

        Assert.Equal(words.Find(meant), words.Find(written));
    }

    [Fact]
    public void Short_words_are_not_bent()
    {
        Assert.NotEqual(LanguageLexicon.Seed.Words.Find("anak"), LanguageLexicon.Seed.Words.Find("anakh"));
    }
}
