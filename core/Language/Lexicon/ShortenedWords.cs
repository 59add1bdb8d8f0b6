using System.Collections.Frozen;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>Where a word of the lexicon was named; the earlier one wins where a shortened writing fits several words.</summary>
internal enum WordRank : byte
{
    /// <summary>The word of a line of the word table: the commonest words of all.</summary>
    Common,

    /// <summary>A word of a phrase, a hint or a danger row.</summary>
    Named,

    /// <summary>A spelling of another word.</summary>
    Spelling,

    /// <summary>A form of a verb that no table writes out.</summary>
    Form,
}

/// <summary>
/// The word behind a writing that leaves vowels out ("bnsos", "klompok", "dksih", "ktrangan"): same first letter, same consonants in their
/// order, and what vowels are left in theirs. A commoner word wins over a rarer, then the one that lost fewer letters, then the one that the tables name first.
/// </summary>
internal sealed class ShortenedWords
{
    /// <summary>Two consonants fit too many words: "tk", "kr".</summary>
    private const int FewestConsonants = 3;
    private const int Longest = 20;

    private readonly FrozenDictionary<string, Known[]>.AlternateLookup<ReadOnlySpan<char>> byConsonants;

    public ShortenedWords(IEnumerable<(string Word, int Id, WordRank Rank)> words)
    {
        byConsonants = words
            .Where(word => word.Word.Length <= Longest && word.Word.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0)
            .Select(word => (Key: Consonants(word.Word), Known: new Known(word.Word, word.Id, word.Rank)))
            .Where(pair => pair.Key.Length >= FewestConsonants && pair.Key.Length < pair.Known.Word.Length)
            .GroupBy(pair => pair.Key, pair => pair.Known)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(known => known.Rank).ThenBy(known => known.Word.Length).ThenBy(known => known.Id).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Id of the one word, or <see cref="Vocabulary.Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> written)
    {
        if (written.Length is < FewestConsonants or > Longest)
            return Vocabulary.Unknown;
        Span<char> key = stackalloc char[Longest];
        if (!byConsonants.TryGetValue(key[..WriteConsonants(written, key)], out var known))
            return Vocabulary.Unknown;
        foreach (var word in known)
            if (Shortens(written, word.Word))
                return word.Id;
        return Vocabulary.Unknown;
    }

    /// <summary>Whole groups of vowels are left out, and not only at the end: "belia" is no short "beliau", "bant" no "bantu".</summary>
    private static bool Shortens(ReadOnlySpan<char> written, string word)
    {
        int at = 0, droppedInside = 0;
        for (var i = 0; i < word.Length;)
        {
            if (i == 0 || !IsVowel(word[i]))
            {
                if (at == written.Length || written[at] != word[i])
                    return false;
                at++;
                i++;
                continue;
            }
            var end = i;
            while (end < word.Length && IsVowel(word[end]))
                end++;
            var kept = written[at..].StartsWith(word.AsSpan(i, end - i), StringComparison.Ordinal);
            if (kept)
                at += end - i;
            else if (end < word.Length)
                droppedInside++;
            i = end;
        }
        return at == written.Length && droppedInside > 0;
    }

    private static string Consonants(string word)
    {
        Span<char> key = stackalloc char[Longest];
        return key[..WriteConsonants(word, key)].ToString();
    }

    /// <summary>The first letter and all consonants after it.</summary>
    private static int WriteConsonants(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
            if (i == 0 || !IsVowel(word[i]))
                key[length++] = word[i];
        return length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private readonly record struct Known(string Word, int Id, WordRank Rank);
}
