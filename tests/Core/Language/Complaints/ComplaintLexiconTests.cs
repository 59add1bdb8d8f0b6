using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Complaints;

public sealed class ComplaintLexiconTests
{
    private static readonly ComplaintLexicon Model = new(LanguageLexicon.Seed);
    private static readonly MessageReader Reader = MessageReader.Seed();

    [Theory]
    [InlineData("messages-eleventh.tsv")]
    [InlineData("messages-held.tsv")]
    public void Messages_that_were_never_shown_reach_the_gates(string file)
    {
        var rows = SharedCases.Parse(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Core", "Language", "Data", file)));
        var scores = new MessageScores(file, MessageScores.Gates.OfTheIssue, isSecret: true);

        foreach (var row in rows)
            scores.Count(Reader, row["text"], row["categories"], row["danger"]);

        scores.MustReachTheGates();
    }

    [Fact]
    public void Messages_that_were_learned_reach_the_gates_too()
    {
        var scores = new MessageScores("examples", MessageScores.Gates.OfTheIssue, isSecret: false);

        foreach (var row in LexiconTables.Seed.Examples)
            scores.Count(Reader, row[2], row[0], row[1]);

        scores.MustReachTheGates();
    }

    [Fact]
    public void A_guess_names_its_words()
    {
        var best = Model.Read(TextNormaliser.Read("kartu KIS saya mati, ditolak")).Best;

        Assert.Equal("KIS_MATI", best?.Code);
        Assert.Contains("KIS", best!.Words);
        Assert.Contains("mati", best.Words);
    }

    [Fact]
    public void Every_category_of_the_rules_is_in_the_taxonomy()
    {
        var known = LexiconTables.Categories.Select(row => row.Code).ToHashSet();

        Assert.Equal(25, known.Count);
        Assert.All(LexiconTables.Seed.Rules, row => Assert.True(row[0] == "-" || known.Contains(row[0]), row[0]));
    }
}
