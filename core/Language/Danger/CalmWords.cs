using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Danger;

/// <summary>What makes words of danger harmless: it is over, it is denied, or it is said of a thing, an animal, a match.</summary>
internal sealed class CalmWords
{
    private const string Over = "over", Manner = "calm", Denial = "not";

    /// <summary>The groups of a row of denial.</summary>
    private const string Before = "before", Between = "between", Or = "or";

    /// <summary>Javanese "tau" is "ever" after these and "know" after all others.</summary>
    private static readonly string[] JavaneseNot = ["ora", "ra", "rak", "orak", "durung"];

    private readonly PhraseTable over = new(1);
    private readonly PhraseTable manners = new(1);
    private readonly HashSet<int> denials = [];
    private readonly HashSet<int> between = [];
    private readonly HashSet<int> joins = [];
    private readonly int known;

    /// <summary>Reads the rows of the danger table that name no danger.</summary>
    public CalmWords(IEnumerable<string[]> table, VocabularyBuilder vocabulary)
    {
        known = vocabulary.Add("tahu");
        foreach (var row in table.Where(row => Kinds.Contains(row[0])))
            foreach (var phrase in row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (row[0] == Denial) SetOf(row[1]).Add(vocabulary.Add(phrase));
                else (row[0] == Over ? over : manners).Add(phrase, 0, vocabulary);
            }
        over.Freeze();
        manners.Freeze();
    }

    /// <summary>The kinds of rows that name no danger.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Over, Manner, Denial];

    /// <summary>"dulu", "sudah aman": whether the message says that something is over.</summary>
    public bool IsOver(ReadOnlySpan<int> words) => Has(over, words);

    /// <summary>"nonjok tembok", "ngurung diri karena malu": whether the message speaks in such a manner anywhere.</summary>
    public bool HasManner(ReadOnlySpan<int> words) => Has(manners, words);

    /// <summary>Last token of a manner of speaking that begins here ("nonjok tembok"), else -1.</summary>
    public int EndOfManner(ReadOnlySpan<int> words, int at) => EndOf(manners, words, at);

    /// <summary>"tidak pernah dipukul", "teu kantos diteunggeul", "bukan KDRT".</summary>
    public bool IsDenied(WrittenText text, ReadOnlySpan<int> words, int at)
    {
        var before = at - 1;
        while (before > 0 && (between.Contains(words[before]) || IsEver(text, words, before))) before--;
        return before >= 0 && denials.Contains(words[before]);
    }

    /// <summary>"bukan dipukul atau dibully": what is joined to a denied deed is denied too.</summary>
    public bool IsJoined(ReadOnlySpan<int> words, int deniedEnd, int at) => deniedEnd >= 0 && at - 2 == deniedEnd && joins.Contains(words[at - 1]);

    private bool IsEver(WrittenText text, ReadOnlySpan<int> words, int at) =>
        words[at] == known && text.Word(at) is "tau" && text.IsWord(at - 1) && JavaneseNot.Contains(text.Word(at - 1).ToString());

    private HashSet<int> SetOf(string group) => group switch
    {
        Before => denials,
        Between => between,
        Or => joins,
        _ => [],
    };

    private static bool Has(PhraseTable table, ReadOnlySpan<int> words)
    {
        for (var at = 0; at < words.Length; at++)
            if (EndOf(table, words, at) >= 0) return true;
        return false;
    }

    private static int EndOf(PhraseTable table, ReadOnlySpan<int> words, int at)
    {
        var last = -1;
        foreach (var phrase in table.StartingWith(words[at]))
            last = Math.Max(last, table.EndOf(phrase, words, at));
        return last;
    }
}
