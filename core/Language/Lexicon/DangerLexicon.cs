using Puskesos.Core.Language.Danger;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>The danger words and the words beside them that make them harmless ("dipukul harga").</summary>
internal sealed class DangerLexicon
{
    /// <summary>Before a word that makes harmless from any distance.</summary>
    private const char Anywhere = '^';

    private readonly List<Row> rows = [];

    public DangerLexicon(IEnumerable<string[]> table, VocabularyBuilder vocabulary)
    {
        foreach (var columns in table)
        {
            var kind = columns[0] == "suicidal" ? DangerKind.Suicidal : DangerKind.Danger;
            var harmless = columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var unless = harmless.Where(word => word[0] != Anywhere).Select(vocabulary.Add).ToHashSet();
            var unlessAnywhere = harmless.Where(word => word[0] == Anywhere).Select(word => vocabulary.Add(word[1..])).ToHashSet();
            foreach (var phrase in columns[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Phrases.Add(phrase, rows.Count, vocabulary);
            rows.Add(new Row(kind, columns[1], unless, unlessAnywhere));
        }
        Phrases.Freeze();
    }

    public PhraseTable Phrases { get; } = new(1);

    public Row this[int owner] => rows[owner];

    /// <summary>One line of the table: its kind, its group and the words that make it harmless.</summary>
    /// <param name="Unless">Harmless when one of these stands near.</param>
    /// <param name="UnlessAnywhere">Harmless when one of these stands anywhere: a card that is killed was switched off.</param>
    public sealed record Row(DangerKind Kind, string Group, HashSet<int> Unless, HashSet<int> UnlessAnywhere);
}
