using Puskesos.Core.Language.Examples;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Danger;

/// <summary>
/// Finds words of violence, suicide, fire and the like in Indonesian, Javanese and Sundanese messages. Examples are the second opinion: they find
/// danger that is told without such words, and calm where such a word is only a manner of speaking.
/// </summary>
public static class DangerWords
{
    /// <summary>
    /// How surely a message tells of danger: the opinion of the examples by counting and by their line, and what a word of the list adds. The weights of
    /// the opinions are those of a logistic regression over writers left out of the learning; a word weighs more than the 1.1 that it gave, since a missed
    /// danger is worse than a question too many. Of four sets that were never learned from, one of them written to hide danger, 161 of 169 dangers are
    /// found with 18 false alarms on 752.
    /// </summary>
    private const double OfCounting = 0.36, OfMargin = 2.5, OfWord = 2.7, IfOver = -1, IfManner = -1;

    /// <summary>Counting runs away on long messages: beyond these it says no more.</summary>
    private const double LeastCounting = -6, MostCounting = 8;

    /// <summary>From here on it is asked whether somebody is in danger.</summary>
    private const double LeastSure = 0.8;

    /// <summary>A message of few words is close to many examples: where no word of the list stands in it, they must be surer ("ini rumah saya pak habis hujan").</summary>
    private const double LeastSureOfFew = 2;

    /// <summary>In a message of fewer words a word of the list is the message: the rest says too little to speak against it, unless the examples are as sure of calm as this.</summary>
    private const int FewestAround = 8;
    private const double SureCalm = -4, SureCalmIfOver = -3;

    /// <summary>Deeds told outright ("dipukul", "dirantai") stand, unless the message says that it is over and the examples are this sure.</summary>
    private const double SureCalmOfDeed = -3;

    /// <summary>
    /// Suicidal words raise an alarm at once and other danger asks first. Of 120 suicidal messages of writers left out 96 were taken as such, and 18 of 741
    /// other dangers; from 2 on it were 81 and 8.
    /// </summary>
    private const double LeastSuicidal = 0;

    /// <summary>So many words before and after a danger word may show that it is only a manner of speaking.</summary>
    private const int HarmlessReach = 4;

    /// <summary>Reads a message with the built-in words; suicidal words win over other danger.</summary>
    public static DangerFinding Read(string? text) => Read(TextNormaliser.Read(text), LanguageLexicon.Seed);

    /// <summary>Reads a message that is cut into tokens already.</summary>
    public static DangerFinding Read(WrittenText text, LanguageLexicon lexicon) => Read(text, lexicon.Words.Read(text), lexicon);

    internal static DangerFinding Read(WrittenText text, ReadOnlySpan<int> words, LanguageLexicon lexicon)
    {
        var (found, isPlain) = ByWords(text, words, lexicon);
        if (lexicon.Examples.ReadDanger(text, words) is not { } opinion) return found;
        var (isOver, isShort) = (found.Kind != DangerKind.None && lexicon.Calm.IsOver(words), WordsOf(text) < FewestAround);
        var least = isShort && found.Kind == DangerKind.None ? LeastSureOfFew : LeastSure;
        if (!Stands(found, isPlain, isOver, isShort, opinion) && Sureness(found, isOver, lexicon.Calm.HasManner(words), opinion) < least) return DangerFinding.None;
        if (found.Kind != DangerKind.Suicidal && opinion.Suicidal >= LeastSuicidal) return Learned(DangerKind.Suicidal, "suicidal", text, words, lexicon);
        return found.Kind == DangerKind.None ? Learned(DangerKind.Danger, opinion.Group, text, words, lexicon) : found;
    }

    /// <summary>Whether the words of the list settle it, whatever else is told.</summary>
    private static bool Stands(DangerFinding found, bool isPlain, bool isOver, bool isShort, DangerOpinion opinion) => (found.Kind, isPlain) switch
    {
        (DangerKind.None, _) => false,
        (DangerKind.Suicidal, _) => true,
        (_, true) => !isOver || opinion.Danger >= SureCalmOfDeed,
        _ => isShort && OfExamples(opinion) >= (isOver ? SureCalmIfOver : SureCalm),
    };

    private static double Sureness(DangerFinding found, bool isOver, bool hasManner, DangerOpinion opinion)
    {
        var sure = OfExamples(opinion);
        if (found.Kind == DangerKind.None) return sure + (hasManner ? IfManner : 0);
        return sure + OfWord + (isOver ? IfOver : 0);
    }

    private static double OfExamples(DangerOpinion opinion) => (Math.Clamp(opinion.Danger, LeastCounting, MostCounting) * OfCounting) + (opinion.Margin * OfMargin);

    private static int WordsOf(WrittenText text)
    {
        var count = 0;
        for (var i = 0; i < text.Count; i++)
            if (text.IsWord(i)) count++;
        return count;
    }

    /// <summary>Danger that the examples told of; it points at the words that weighed most.</summary>
    private static DangerFinding Learned(DangerKind kind, string group, WrittenText text, ReadOnlySpan<int> words, LanguageLexicon lexicon)
    {
        var heaviest = lexicon.Examples.WordsOfDanger(text, words, kind == DangerKind.Suicidal);
        var (first, last) = heaviest.Length > 0 ? (heaviest[0], heaviest[^1]) : (0, words.Length - 1);
        return new DangerFinding(kind, group, text.OriginalStart(first), text.OriginalEnd(last));
    }

    private static (DangerFinding Found, bool IsPlain) ByWords(WrittenText text, ReadOnlySpan<int> words, LanguageLexicon lexicon)
    {
        var tidak = lexicon.Words.Exact("tidak");
        var (found, isPlain) = (DangerFinding.None, false);
        var (mannerEnd, deniedEnd) = (-1, -1);
        for (var at = 0; at < words.Length; at++)
        {
            mannerEnd = Math.Max(mannerEnd, lexicon.Calm.EndOfManner(words, at));
            var phrases = lexicon.Danger.Phrases.StartingWith(words[at]);
            if (at <= mannerEnd || phrases.IsEmpty)
                continue;
            var isDenied = words[at] != tidak && (lexicon.Calm.IsJoined(words, deniedEnd, at) || lexicon.Calm.IsDenied(text, words, at));
            foreach (var phrase in phrases)
            {
                var row = lexicon.Danger[lexicon.Danger.Phrases.Owner(phrase)];
                if (row.Kind < found.Kind || (row.Kind == found.Kind && (isPlain || !row.IsPlain)))
                    continue;
                var end = lexicon.Danger.Phrases.EndOf(phrase, words, at);
                if (end < 0)
                    continue;
                if (isDenied)
                    deniedEnd = Math.Max(deniedEnd, end);
                if (isDenied || IsHarmless(row, words, at, end) || IsScore(text, end) || !lexicon.Danger.HasBeside(row, words))
                    continue;
                (found, isPlain) = (new DangerFinding(row.Kind, row.Group, text.OriginalStart(at), text.OriginalEnd(end)), row.IsPlain);
            }
            if (found.Kind == DangerKind.Suicidal)
                break;
        }

        return found.Kind == DangerKind.None && IsBareCry(words, lexicon)
            ? (new DangerFinding(DangerKind.Danger, "cry", text.OriginalStart(0), text.OriginalEnd(words.Length - 1)), true)
            : (found, isPlain);
    }

    /// <summary>"Tulung", "tolongggg!!": nothing is said but a call for help, so it is asked whether somebody is in danger.</summary>
    private static bool IsBareCry(ReadOnlySpan<int> words, LanguageLexicon lexicon)
    {
        var (tolong, saya) = (lexicon.Words.Exact("tolong"), lexicon.Words.Exact("saya"));
        var cries = false;
        foreach (var word in words)
        {
            cries |= word == tolong;
            if (word != tolong && word != saya && word is not (Vocabulary.Sign or Vocabulary.SentenceEnd))
                return false;
        }
        return cries;
    }

    private static bool IsHarmless(DangerLexicon.Row row, ReadOnlySpan<int> words, int start, int end)
    {
        foreach (var word in row.UnlessAnywhere.Count == 0 ? [] : words)
            if (word > 0 && row.UnlessAnywhere.Contains(word))
                return true;
        if (row.Unless.Count == 0)
            return false;
        for (var i = Math.Max(0, start - HarmlessReach); i <= Math.Min(words.Length - 1, end + HarmlessReach); i++)
            if (words[i] > 0 && row.Unless.Contains(words[i]))
                return true;
        return false;
    }

    /// <summary>"dibantai 4-0": the result of a match follows.</summary>
    private static bool IsScore(WrittenText text, int end) =>
        end + 3 < text.Count && text.IsDigits(end + 1) && text.IsSymbol(end + 2, '-') && text.IsDigits(end + 3) && (end + 4 >= text.Count || !text.IsWord(end + 4) || text.Word(end + 4) is not ("kali" or "x" or "orang" or "jam" or "hari"));
}
