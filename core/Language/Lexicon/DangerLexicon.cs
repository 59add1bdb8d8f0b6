using Puskesos.Core.Language.Danger;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>The danger words and the words beside them that make them harmless ("dipukul harga").</summary>
internal sealed class DangerLexicon
{
    private readonly List<Row> rows = [];

    public DangerLexicon(IEnumerable<string[]> table, VocabularyBuilder vocabulary)
    {
        foreach (var columns in table)
        {
            var kind = columns[0] == "suicidal" ? DangerKind.Suicidal : DangerKind.Danger;
            var unless = columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(vocabulary.Add).ToHashSet();
            foreach (var phrase in columns[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Phrases.Add(phrase, rows.Count, vocabulary);
            rows.Add(new Row(kind, columns[1], unless));
        }
        Phrases.Freeze();
    }

    public PhraseTable Phrases { get; } = new(1);

    public Row this[int owner] => rows[owner];

    /// <summary>One line of the table: its kind, its group and the words that make it harmless.</summary>
    public sealed record Row(DangerKind Kind, string Group, HashSet<int> Unless);
}
