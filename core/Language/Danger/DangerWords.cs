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
    /// Examples alone tell of danger from this opinion on (its measure: <c>DangerOpinion</c>). On writers left out of the learning words and examples
    /// together found 79 of 83 dangers with 26 false alarms on 1,277; from 1.3 on 80 with 34, and "ini rumah saya pak habis hujan" was one of them.
    /// </summary>
    private const double LeastDanger = 2.5;

    /// <summary>Suicidal words raise an alarm at once, so that the examples must be surer of them.</summary>
    private const double LeastSuicidal = 2;

    /// <summary>
    /// A word of danger stands unless the examples are as sure of calm as this; less sure where the message itself says that it is over ("dulu", "sudah
    /// aman"). Of 1,277 calm messages of writers left out 71 had such a word and 44 of them were seen through; a missed danger is worse than a false alarm.
    /// </summary>
    private const double SureCalm = -4.5;
    private const double SureCalmIfOver = -2.5;

    /// <summary>Deeds told outright ("dipukul", "dirantai") stand, unless the message says that it is over and the examples are this sure.</summary>
    private const double SureCalmOfDeed = -3;

    /// <summary>So many words before and after a danger word may show that it is only a manner of speaking.</summary>
    private const int HarmlessReach = 4;

    /// <summary>Reads a message with the built-in words; suicidal words win over other danger.</summary>
    public static DangerFinding Read(string? text) => Read(TextNormaliser.Read(text), LanguageLexicon.Seed);

    /// <summary>Reads a message that is cut into tokens already.</summary>
    public static DangerFinding Read(WrittenText text, LanguageLexicon lexicon) => Read(text, lexicon.Words.Read(text), lexicon);

    internal static DangerFinding Read(WrittenText text, ReadOnlySpan<int> words, LanguageLexicon lexicon)
    {
        var (found, isPlain) = ByWords(text, words, lexicon);
        if (found.Kind == DangerKind.Suicidal || lexicon.Examples.ReadDanger(text, words) is not { } opinion) return found;
        if (opinion.Suicidal >= LeastSuicidal) return Learned(DangerKind.Suicidal, "suicidal", text, words, lexicon);
        if (found.Kind == DangerKind.None) return opinion.Danger >= LeastDanger ? Learned(DangerKind.Danger, opinion.Group, text, words, lexicon) : found;
        var calm = (isPlain, lexicon.Calm.IsOver(words)) switch { (true, true) => SureCalmOfDeed, (true, false) => double.NegativeInfinity, (_, true) => SureCalmIfOver, _ => SureCalm };
        return opinion.Danger < calm ? DangerFinding.None : found;
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
