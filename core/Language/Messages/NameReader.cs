using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>The writer's own name in a message, as a span of tokens and as it is shown.</summary>
internal readonly record struct WrittenName(int First, int Last, string Name);

/// <summary>Finds how somebody introduces himself: "nama saya X", "saya X dari …", "kula X saking …", "saya sarinah jatibogor".</summary>
internal static class NameReader
{
    private const int MostWords = 4;

    /// <param name="text">The message.</param>
    /// <param name="words">Its lexicon words; a word that the lexicon knows is no name.</param>
    /// <param name="placeFirst">First token of the place that the place reader found, or -1.</param>
    public static WrittenName? Find(WrittenText text, ReadOnlySpan<int> words, int placeFirst)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (IsNameLabel(text, i, out var after) && Take(text, words, after, placeFirst, 0) is { } labelled)
                return labelled with { First = i };
            if (text.IsWord(i) && MessageWords.Self.Contains(text.Word(i)) && OpensClause(text, i) && Take(text, words, i + 1, placeFirst, 1) is { } said)
                return said with { First = i };
        }
        return null;
    }

    private static bool IsNameLabel(WrittenText text, int at, out int after)
    {
        after = at + 1;
        if (!text.IsWord(at) || text.Word(at) is not ("nama" or "nm" or "nami" or "jeneng" or "asma" or "namaku" or "jenengku" or "ngaran" or "bernama" or "jenenge" or "namina"))
            return false;
        if (text.Word(at) is "bernama" && at > 0 && !MessageWords.Self.Contains(text.Word(at - 1)))
            return false;
        var own = text.IsWord(after) && MessageWords.Self.Contains(text.Word(after));
        if (own)
            after++;
        if (text.Is(after, "adalah") || text.IsSymbol(after, ':') || text.IsSymbol(after, '='))
            after++;
        return own || text.IsSymbol(at + 1, ':') || text.Word(at) is "namaku" or "jenengku" || OpensClause(text, at);
    }

    /// <summary>At the beginning, after a comma, or after greetings only.</summary>
    private static bool OpensClause(WrittenText text, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (text[i].Kind == TokenKind.Symbol)
                return true;
            if (!MessageWords.Greeting.Contains(text.Word(i)) && !MessageWords.Address.Contains(text.Word(i)) && text.Word(i) is not ("perkenalkan" or "kenalkan" or "kenalin" or "ini" or "dengan" or "niki" or "ieu"))
                return false;
        }
        return true;
    }

    private static WrittenName? Take(WrittenText text, ReadOnlySpan<int> words, int first, int placeFirst, int strictness)
    {
        var last = first - 1;
        while (last + 1 < text.Count && last - first + 1 < MostWords && last + 1 != placeFirst && IsNameWord(text, words, last + 1))
            last++;
        if (last < first)
            return null;
        var next = last + 1;
        var capital = char.IsUpper(text.Original[text.OriginalStart(first)]) && char.IsLower(text.Original[text.OriginalEnd(first)]);
        var placed = next == placeFirst || (text.IsWord(next) && text.Word(next) is "dari" or "dr" or "saking" or "sangking" or "ti" or "asal" or "warga" or "sekang" or "kang" or "seko" or "saka" or "desa" or "ds" or "alamat");
        if (strictness > 0 && !placed && !(capital && (next >= text.Count || !text.IsWord(next))))
            return null;
        return new WrittenName(first, last, Show(text.Original[text.OriginalStart(first)..(text.OriginalEnd(last) + 1)]));
    }

    private static bool IsNameWord(WrittenText text, ReadOnlySpan<int> words, int at)
    {
        if (text.IsSymbol(at, '.') && text.IsGlued(at) && text.Word(at - 1).Length <= 2 && text.IsWord(at + 1))
            return true;
        if (!text.IsWord(at))
            return false;
        var word = text.Word(at);
        return words[at] == Vocabulary.Unknown && word.Length > 1 && !MessageWords.At.Contains(word) && !MessageWords.Wish.Contains(word) && !MessageWords.Report.Contains(word)
            && !MessageWords.Weak.Contains(word) && !MessageWords.Ask.Contains(word) && !char.IsDigit(word[0]);
    }

    /// <summary>"sarinah" is shown as "Sarinah"; mixed writing stays as it is.</summary>
    private static string Show(string name)
    {
        if (name.Any(char.IsUpper) && name.Any(char.IsLower))
            return name;
        var letters = name.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || letters[i - 1] is ' ' or '.' or '\'')
                letters[i] = char.ToUpperInvariant(letters[i]);
        return new string(letters);
    }
}
