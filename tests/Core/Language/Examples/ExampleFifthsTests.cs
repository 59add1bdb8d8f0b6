using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Examples;

/// <summary>
/// Learns from four fifths of the examples and judges the last: what the learned part is worth on messages that it has not seen, though by writers that
/// it knows. The rules were tuned on some of them, so these figures are no promise for strangers; <c>messages-eleventh.tsv</c> judges that.
/// </summary>
public sealed class ExampleFifthsTests
{
    private const int Parts = 5;

    /// <summary>A little below what was measured when the examples were last changed, so that a loss of more than one message in a hundred fails.</summary>
    private static readonly MessageScores.Gates Measured = new(0.90, 0.96, 0.76, 0.78, 0.97);

    /// <summary>The same of messages that were written to hide danger or to look like it; their needs are not judged.</summary>
    private static readonly MessageScores.Gates MeasuredOfDanger = new(0, 0, 0, 0.77, 0.86);

    [Fact]
    public void Examples_left_out_of_the_learning_are_understood()
    {
        var all = LexiconTables.Seed;
        var (scores, dangers) = (new MessageScores("examples by fifths", Measured, isSecret: false), new MessageScores("hidden danger by fifths", MeasuredOfDanger, isSecret: false));

        for (var part = 0; part < Parts; part++)
        {
            var reader = new MessageReader(LanguageEdition.Of(new LanguageLexicon(all with { Examples = [.. all.Examples.Where((_, at) => at % Parts != part)] })));
            foreach (var row in all.Examples.Where((_, at) => at % Parts == part))
                (row[0].StartsWith(LexiconCheck.ForDangerOnly) ? dangers : scores).Count(reader, row[2], row[0], row[1]);
        }

        scores.MustReachTheGates();
        dangers.MustReachTheGatesOfDanger();
    }

    [Fact]
    public void Every_example_stands_once_and_names_known_needs()
    {
        var known = LexiconTables.Categories.Select(row => row.Code).Append(LexiconCheck.OutOfScope).ToHashSet();
        var rows = LexiconTables.Seed.Examples;

        Assert.All(rows, row => Assert.All(row[0].TrimStart(LexiconCheck.ForDangerOnly).Split('|'), code => Assert.Contains(code, known)));
        Assert.All(rows, row => Assert.Contains(row[1], new[] { "none", "danger", "suicidal", "any" }));
        Assert.Equal(rows.Count, rows.Select(row => row[2]).Distinct(StringComparer.Ordinal).Count());
    }
}
