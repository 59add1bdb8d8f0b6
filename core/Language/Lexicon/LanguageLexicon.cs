namespace Puskesos.Core.Language.Lexicon;

/// <summary>All words and phrases by which messages are understood; immutable, one snapshot serves one turn.</summary>
public sealed class LanguageLexicon
{
    private static readonly Lazy<LanguageLexicon> BuiltIn = new(() => new LanguageLexicon());

    private LanguageLexicon()
    {
        var vocabulary = new VocabularyBuilder();
        foreach (var row in SeedTable.Read("words"))
            vocabulary.AddVariants(row[0], row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Danger = new DangerLexicon(SeedTable.Read("danger"), vocabulary);
        Words = vocabulary.Build();
    }

    /// <summary>The tables that come with the product.</summary>
    public static LanguageLexicon Seed => BuiltIn.Value;

    /// <summary>Every word of the tables with its spellings.</summary>
    public Vocabulary Words { get; }

    internal DangerLexicon Danger { get; }
}
