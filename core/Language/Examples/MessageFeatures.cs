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
    private const int LongestWord = 32;
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
        for (var i = 0; i < words.Length && count + LongestWord + 3 < features.Length; i++)
        {
            if (text.IsDigits(i) ? !Number(word, out var length) : !Letters(text, i, word, out length)) continue;
            var hash = Hash(word[..length], WordKind);
            features[count++] = hash;
            if (words[i] > Vocabulary.Unknown) features[count++] = Mixed((ulong)words[i], KnownKind);
            if (before != 0) features[count++] = Mixed(before ^ (hash * Prime), PairKind);
            for (var at = 0; at + PieceLength <= length; at++) features[count++] = Hash(word.Slice(at, PieceLength), PieceKind);
            before = hash;
        }

        features[..count].Sort();
        return Distinct(features[..count]);
    }

    private static bool Number(Span<char> word, out int length)
    {
        word[0] = Digit;
        length = 1;
        return true;
    }

    private static bool Letters(WrittenText text, int at, Span<char> word, out int length)
    {
        length = 0;
        if (!text.IsWord(at)) return false;
        var written = text.Word(at);
        if (written.Length > LongestWord) written = written[..LongestWord];
        word[0] = Edge;
        written.CopyTo(word[1..]);
        word[written.Length + 1] = Edge;
        length = written.Length + 2;
        return true;
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
