using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Examples;

/// <summary>
/// What a message shows of itself, as hashes: its words, the lexicon's words behind them, pairs of neighbours and pieces of four letters. Pieces and
/// the lexicon's words keep slips, shortened words and dialects together.
/// </summary>
internal static class MessageFeatures
{
    /// <summary>Room for the features of a message; what is beyond is not read, so that a hostile text stays cheap.</summary>
    public const int Most = 2_048;

    private const int PieceLength = 4;

    /// <summary>Letters of a word beyond these tell nothing more; the longest word of the examples has 21.</summary>
    private const int LongestWord = 32;

    /// <summary>Word, known word, pair and pieces of one word at most.</summary>
    public const int MostOfWord = LongestWord + 3;

    private const char Edge = '$', Digit = '0';

    /// <summary>Constants of FNV-1a, 64 bits.</summary>
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    private const ulong WordKind = 1, KnownKind = 2, PairKind = 3, PieceKind = 4;

    /// <summary>Fills in the features of a message, each once and sorted; returns how many.</summary>
    public static int Read(WrittenText text, ReadOnlySpan<int> words, Span<ulong> features)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        var count = 0;
        ulong before = 0;
        for (var i = 0; i < words.Length && count + MostOfWord <= features.Length; i++)
        {
            var length = words[i] == Vocabulary.Removed ? 0 : Spell(text, i, word);
            if (length == 0) continue;
            var hash = Hash(word[..length], WordKind);
            count += OfWord(word[..length], words[i], features[count..]);
            if (before != 0) features[count++] = Mixed(before ^ (hash * Prime), PairKind);
            before = hash;
        }

        features[..count].Sort();
        return Distinct(features[..count]);
    }

    /// <summary>Fills in the features of one word by itself; returns how many.</summary>
    public static int ReadWord(WrittenText text, int at, int known, Span<ulong> features)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        return Spell(text, at, word) is > 0 and var length ? OfWord(word[..length], known, features) : 0;
    }

    private static int OfWord(ReadOnlySpan<char> word, int known, Span<ulong> features)
    {
        var count = 0;
        features[count++] = Hash(word, WordKind);
        if (known > Vocabulary.Unknown) features[count++] = Mixed((ulong)known, KnownKind);
        for (var at = 0; at + PieceLength <= word.Length; at++) features[count++] = Hash(word.Slice(at, PieceLength), PieceKind);
        return count;
    }

    /// <summary>The word between two edges; every number is the same word, since numbers tell nothing of the matter.</summary>
    private static int Spell(WrittenText text, int at, Span<char> word)
    {
        if (text.IsDigits(at))
        {
            word[0] = Digit;
            return 1;
        }

        if (!text.IsWord(at)) return 0;
        var written = text.Word(at);
        if (written.Length > LongestWord) written = written[..LongestWord];
        word[0] = Edge;
        written.CopyTo(word[1..]);
        word[written.Length + 1] = Edge;
        return written.Length + 2;
    }

    private static int Distinct(Span<ulong> sorted)
    {
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        return kept;
    }

    private static ulong Hash(ReadOnlySpan<char> letters, ulong kind)
    {
        var hash = Mixed(Offset, kind);
        foreach (var letter in letters) hash = (hash ^ letter) * Prime;
        return hash;
    }

    private static ulong Mixed(ulong value, ulong kind) => (((Offset ^ kind) * Prime) ^ value) * Prime;
}
