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
        Danger = new DangerLexicon(tables.Danger, vocabulary);
        Concepts = new ConceptTable(tables.Concepts, vocabulary);
        Rules = [.. tables.Rules.Select(row => new ComplaintRule(row[0], double.Parse(row[1]), Concepts.Conditions(row[2])))];
        Programmes = [.. tables.Programmes.Select(row => (row[0], Concepts.Find(row[1])))];
        Issues = [.. tables.Issues.Select(row => (row[0], Concepts.Conditions(row[1])))];
        Words = vocabulary.Build();
        Version = tables.Version;
    }

    /// <summary>The tables that come with the product.</summary>
    public static LanguageLexicon Seed => BuiltIn.Value;

    /// <summary>Edition of the tables.</summary>
    public string Version { get; }

    /// <summary>Every word of the tables with its spellings.</summary>
    public Vocabulary Words { get; }

    internal DangerLexicon Danger { get; }

    internal ConceptTable Concepts { get; }

    internal ComplaintRule[] Rules { get; }

    internal (string Code, int Concept)[] Programmes { get; }

    internal (string Issue, RuleCondition[] Conditions)[] Issues { get; }
}
