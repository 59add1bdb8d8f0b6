using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>
/// Forgives one slip in a long word of the trade ("nonatif", "sembkao"). Short words, date words and danger words are never guessed:
/// "dipikul" must not become "dipukul".
/// </summary>
internal sealed class SlipTable
{
    /// <summary>From this length on two words of Indonesian seldom lie one letter apart.</summary>
    private const int Shortest = 7;
    private const int Longest = 20;

    private readonly Dictionary<string, string> byDeletion = new(StringComparer.Ordinal);

    public SlipTable(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length is < Shortest or > Longest || word.Contains('_'))
                continue;
            byDeletion.TryAdd(word, word);
            for (var i = 0; i < word.Length; i++)
                byDeletion.TryAdd(word.Remove(i, 1), word);
        }
    }

    /// <summary>The one known word that the written one is a slip of, or null.</summary>
    public string? Find(ReadOnlySpan<char> written)
    {
        if (written.Length is < Shortest or > Longest)
            return null;
        var lookup = byDeletion.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(written, out var known) && OneEdit.Apart(written, known))
            return known;
        Span<char> shorter = stackalloc char[Longest];
        for (var i = 0; i < written.Length; i++)
        {
            written[..i].CopyTo(shorter);
            written[(i + 1)..].CopyTo(shorter[i..]);
            if (lookup.TryGetValue(shorter[..(written.Length - 1)], out known) && OneEdit.Apart(written, known))
                return known;
        }
        return null;
    }
}
