using System.Collections.Frozen;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>
/// The words that the lexicon knows: spelling variants, abbreviations and dialect forms lead to one word. Variants are
/// listed; a slip is forgiven only in long words of the trade, because "tinggal/tanggal" and "kami/kamis" collide more often than people mistype.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>Id of a word that the lexicon does not know.</summary>
    public const int Unknown = 0;

    /// <summary>Id of a comma, hyphen or other sign inside a sentence.</summary>
    public const int Sign = -1;

    /// <summary>Id of a sign that ends a sentence.</summary>
    public const int SentenceEnd = -2;

    /// <summary>Id of a run of digits.</summary>
    public const int Number = -3;

    /// <summary>Id of a word that tells nothing of the need: part of a name, a place, a number of somebody's own.</summary>
    public const int Removed = -4;

    /// <summary>Shortest stem that remains when an ending is taken off.</summary>
    private const int ShortestStem = 3;

    /// <summary>Words of this length are read as they are spoken; shorter ones mean too many things.</summary>
    private const int ShortestSpoken = 6;
    private const int LongestSpoken = 24;

    /// <summary>"-ny" and "-x" are how phones shorten "-nya".</summary>
    private static readonly string[] Endings = ["nipun", "ipun", "nya", "kah", "lah", "pun", "ne", "na", "ny", "ku", "mu", "e", "x"];

    private readonly FrozenDictionary<string, int> ids;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly string[] words;
    private readonly SlipTable slips;
    private readonly ShortenedWords shortened;
    private readonly (int First, int After) danger;
    private readonly Func<ReadOnlySpan<char>, int> stemOfTrade;

    internal Vocabulary(Dictionary<string, int> ids, List<string> words, SlipTable slips, ShortenedWords shortened, (int First, int After) danger)
    {
        this.slips = slips;
        this.shortened = shortened;
        this.danger = danger;
        stemOfTrade = StemOfTrade;
        this.ids = ids.ToFrozenDictionary(StringComparer.Ordinal);
        lookup = this.ids.GetAlternateLookup<ReadOnlySpan<char>>();
        this.words = [.. words];
    }

    /// <summary>Number of known words, the unknown one included.</summary>
    public int Size => words.Length;

    /// <summary>The word behind an id.</summary>
    public string this[int id] => id > Unknown ? words[id] : "";

    /// <summary>The id of a written word, also with an Indonesian, Javanese or Sundanese ending ("pkhne", "kartunya").</summary>
    public int Find(ReadOnlySpan<char> written)
    {
        if (lookup.TryGetValue(written, out var id))
            return id;
        foreach (var ending in Endings)
        {
            if (written.Length - ending.Length >= ShortestStem && written.EndsWith(ending, StringComparison.Ordinal)
                && lookup.TryGetValue(written[..^ending.Length], out id))
                return id;
        }
        if (SpokenForm(written, out id) || (slips.Find(written) is { } known && ids.TryGetValue(known, out id)))
            return id;
        return WordStems.Find(written, stemOfTrade) is > Unknown and var stem ? stem : Shortened(written);
    }

    /// <summary>A stem that a danger row names first is not guessed: "memikul" must not lead to a danger word.</summary>
    private int StemOfTrade(ReadOnlySpan<char> stem) => lookup.TryGetValue(stem, out var id) && (id < danger.First || id >= danger.After) ? id : Unknown;

    /// <summary>"klompok", "bnsos", also with an ending that is shortened itself: "krtunya", "krtux".</summary>
    private int Shortened(ReadOnlySpan<char> written)
    {
        if (shortened.Find(written) is > Unknown and var id)
            return id;
        foreach (var ending in Endings)
            if (written.Length - ending.Length >= ShortestStem && written.EndsWith(ending, StringComparison.Ordinal) && shortened.Find(written[..^ending.Length]) is > Unknown and var stem)
                return stem;
        return Unknown;
    }

    /// <summary>Javanese writes dh and th where Indonesian hears d and t ("gendheng"), Sundanese ends an open syllable with h ("mampuh").</summary>
    private bool SpokenForm(ReadOnlySpan<char> written, out int id)
    {
        id = Unknown;
        if (written.Length is < ShortestSpoken or > LongestSpoken)
            return false;
        Span<char> plain = stackalloc char[LongestSpoken];
        var length = 0;
        for (var i = 0; i < written.Length; i++)
            if (written[i] != 'h' || (i < written.Length - 1 && (i == 0 || written[i - 1] is not ('d' or 't'))))
                plain[length++] = written[i];
        return length < written.Length && lookup.TryGetValue(plain[..length], out id);
    }

    /// <summary>The id of a word of the lexicon itself; <see cref="Unknown"/> when it has none.</summary>
    public int Exact(string word) => ids.GetValueOrDefault(word);

    /// <summary>The ids of all tokens of a message.</summary>
    public int[] Read(WrittenText text)
    {
        var result = new int[text.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = text[i].Kind switch
            {
                TokenKind.Word => Find(text.Word(i)),
                TokenKind.Digits => text.Word(i).Length <= 3 && lookup.TryGetValue(text.Word(i), out var number) ? number : Number,
                _ => EndsSentence(text, i) ? SentenceEnd : Sign,
            };
        return result;
    }

    private static bool EndsSentence(WrittenText text, int at) =>
        text.Word(at)[0] is '!' or '?' or ';' || (text.Word(at)[0] == '.' && (at + 1 == text.Count || !text.IsGlued(at + 1)));
}
