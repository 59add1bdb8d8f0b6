using Puskesos.Core.Language.Danger;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>The danger words and the words beside them that make them harmless ("dipukul harga").</summary>
internal sealed class DangerLexicon
{
    /// <summary>Before a word that makes harmless from any distance.</summary>
    private const char Anywhere = '^';

    /// <summary>Parts a phrase from one that must stand anywhere in the same message: "banjir &amp; masih di atap".</summary>
    public const char Beside = '&';

    private readonly List<Row> rows = [];
    private readonly PhraseTable beside = new(1);
    private int besideCount;

    public DangerLexicon(IEnumerable<string[]> table, VocabularyBuilder vocabulary)
    {
        foreach (var columns in table)
        {
            var kind = columns[0] == "suicidal" ? DangerKind.Suicidal : DangerKind.Danger;
            var harmless = columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var unless = harmless.Where(word => word[0] != Anywhere).Select(vocabulary.Add).ToHashSet();
            var unlessAnywhere = harmless.Where(word => word[0] == Anywhere).Select(word => vocabulary.Add(word[1..])).ToHashSet();
            foreach (var phrases in columns[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).GroupBy(phrase => phrase.Contains(Beside) ? phrase[phrase.IndexOf(Beside)..] : ""))
            {
                foreach (var phrase in phrases)
                    Phrases.Add(phrase[..^phrases.Key.Length], rows.Count, vocabulary);
                rows.Add(new Row(kind, columns[0] == "plain", columns[1], unless, unlessAnywhere, AddBeside(phrases.Key, vocabulary)));
            }
        }
        Phrases.Freeze();
        beside.Freeze();
    }

    public PhraseTable Phrases { get; } = new(1);

    public Row this[int owner] => rows[owner];

    /// <summary>Whether all that a row wants beside its phrase stands somewhere in the message.</summary>
    public bool HasBeside(Row row, ReadOnlySpan<int> words)
    {
        foreach (var wanted in row.Beside)
            if (!IsIn(wanted, words))
                return false;
        return true;
    }

    private bool IsIn(int wanted, ReadOnlySpan<int> words)
    {
        for (var at = 0; at < words.Length; at++)
            foreach (var phrase in beside.StartingWith(words[at]))
                if (beside.Owner(phrase) == wanted && beside.EndOf(phrase, words, at) >= 0)
                    return true;
        return false;
    }

    private int[] AddBeside(string phrases, VocabularyBuilder vocabulary)
    {
        var parts = phrases.Split(Beside, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
            beside.Add(part, besideCount++, vocabulary);
        return [.. Enumerable.Range(besideCount - parts.Length, parts.Length)];
    }

    /// <summary>One line of the table: its kind, its group and the words that make it harmless.</summary>
    /// <param name="IsPlain">A deed told outright ("dipukul", "dirantai"): calm examples overrule it only where the message says that it is over.</param>
    /// <param name="Unless">Harmless when one of these stands near.</param>
    /// <param name="UnlessAnywhere">Harmless when one of these stands anywhere: a card that is killed was switched off.</param>
    /// <param name="Beside">Phrases that must stand anywhere in the message too.</param>
    public sealed record Row(DangerKind Kind, bool IsPlain, string Group, HashSet<int> Unless, HashSet<int> UnlessAnywhere, int[] Beside);
}
