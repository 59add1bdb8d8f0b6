using System.Globalization;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Examples;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>All words and phrases by which messages are understood; immutable, one snapshot serves one turn.</summary>
public sealed class LanguageLexicon
{
    private static readonly Lazy<LanguageLexicon> BuiltIn = new(() => new LanguageLexicon(LexiconTables.Seed));

    /// <summary>Builds a lexicon; a row that names an unknown concept is an error of whoever edited it and is told by name.</summary>
    public LanguageLexicon(LexiconTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var vocabulary = new VocabularyBuilder();
        foreach (var row in tables.Words)
            vocabulary.AddVariants(row[0], row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        vocabulary.BeginDanger();
        Danger = new DangerLexicon(tables.Danger.Where(row => !CalmWords.Kinds.Contains(row[0])), vocabulary);
        vocabulary.ForgiveSlipsFromHere();
        Concepts = new ConceptTable(tables.Concepts, vocabulary);
        Calm = new CalmWords(tables.Danger, vocabulary);
        Rules = [.. tables.Rules.Select(row => new ComplaintRule(row[0], double.Parse(row[1], CultureInfo.InvariantCulture), Concepts.Conditions(row[2])))];
        Categories = [.. tables.Rules.Concat(tables.Hints).Select(row => row[0]).Distinct()];
        var hints = tables.Hints.SelectMany(row => row[2].Split(' ').Select(word => (Word: vocabulary.Add(word), Hint: new WordHint(Array.IndexOf(Categories, row[0]), double.Parse(row[1], CultureInfo.InvariantCulture))))).ToLookup(pair => pair.Word, pair => pair.Hint);
        Programmes = [.. tables.Programmes.Select(row => (row[0], Concepts.Find(row[1])))];
        Issues = [.. tables.Issues.Select(row => (row[0], Concepts.Conditions(row[1])))];
        Words = vocabulary.Build();
        Hints = [.. Enumerable.Range(0, Words.Size).Select(word => hints[word].GroupBy(hint => hint.Category).Select(same => same.MaxBy(hint => hint.Weight)).ToArray())];
        Version = tables.Version;
        Examples = LearnedExamples.Of(tables, Categories, Words);
    }

    /// <summary>The tables that come with the product.</summary>
    public static LanguageLexicon Seed => BuiltIn.Value;

    /// <summary>Edition of the tables.</summary>
    public string Version { get; }

    /// <summary>Every word of the tables with its spellings.</summary>
    public Vocabulary Words { get; }

    internal DangerLexicon Danger { get; }

    /// <summary>Words that make danger harmless: over, denied, a manner of speaking.</summary>
    internal CalmWords Calm { get; }

    internal ConceptTable Concepts { get; }

    internal ComplaintRule[] Rules { get; }

    /// <summary>Category codes in the order of the rules; places of <see cref="WordHint.Category"/>.</summary>
    internal string[] Categories { get; }

    /// <summary>For each word what it leans towards.</summary>
    internal WordHint[][] Hints { get; }

    /// <summary>What the examples taught.</summary>
    internal MessageExamples Examples { get; }

    internal (string Code, int Concept)[] Programmes { get; }

    internal (string Issue, RuleCondition[] Conditions)[] Issues { get; }
}
