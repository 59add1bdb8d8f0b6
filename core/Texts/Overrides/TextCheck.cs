namespace Puskesos.Core.Texts.Overrides;

/// <summary>What keeps a wording from being saved.</summary>
public enum TextFault
{
    /// <summary>Nothing is written.</summary>
    Empty,

    /// <summary>Longer than one chat message may be.</summary>
    TooLong,

    /// <summary>A gap of the built-in text is missing: the resident would not read the ticket, the day, the name.</summary>
    GapMissing,

    /// <summary>A gap that nobody fills: the message could not be sent.</summary>
    GapUnknown,

    /// <summary>The numbered answers are not the same numbers: an answer would be read as another.</summary>
    AnswersChanged,
}

/// <summary>One fault and, for a gap, which one.</summary>
public sealed record TextFinding(TextFault Fault, string Gap = "");

/// <summary>Checks a wording against the built-in text of its key.</summary>
public static class TextCheck
{
    /// <summary>WhatsApp takes 1,600 characters a message; the values of the gaps need room too.</summary>
    public const int Longest = 1_000;

    /// <summary>Consent is given to one version of its text: another wording is a release, not a setting.</summary>
    private static readonly HashSet<string> Fixed = [Questions.AskConsent_Question, CaseUpdates.News_Waiting];

    /// <summary>True for a text that a regency may word itself: what residents read, but for the consent and the approved template that announces waiting news.</summary>
    public static bool MayChange(string key) => TextCatalog.ResidentKeys.Contains(key) && !Fixed.Contains(key);

    /// <summary>The faults of a wording, none when it may be saved.</summary>
    public static IReadOnlyList<TextFinding> Faults(string key, string words)
    {
        var builtIn = TextCatalog.Default(key, TextCatalog.Indonesian) ?? throw new ArgumentException("No such text.", nameof(key));
        var faults = new List<TextFinding>();
        if (string.IsNullOrWhiteSpace(words)) return [new TextFinding(TextFault.Empty)];
        if (words.Length > Longest) faults.Add(new TextFinding(TextFault.TooLong));
        var (wanted, found) = (TextFill.Gaps(builtIn), TextFill.Gaps(words));
        faults.AddRange(wanted.Except(found).Select(gap => new TextFinding(TextFault.GapMissing, gap)));
        faults.AddRange(found.Except(wanted).Select(gap => new TextFinding(TextFault.GapUnknown, gap)));
        // A brace that opens no gap would be read as one.
        if (words.Count(sign => sign == '{') != words.Count(sign => sign == '}')) faults.Add(new TextFinding(TextFault.GapUnknown, "{"));
        if (!Answers(builtIn).SequenceEqual(Answers(words))) faults.Add(new TextFinding(TextFault.AnswersChanged));
        return faults;
    }

    /// <summary>The numbers at the beginnings of lines, in order: "1 Ya" and "2 Tidak" are 1 and 2.</summary>
    private static IEnumerable<string> Answers(string text) =>
        text.Split('\n').Select(line => line.Split(' ')[0]).Where(start => start.Length is 1 or 2 && start.All(char.IsAsciiDigit));
}
