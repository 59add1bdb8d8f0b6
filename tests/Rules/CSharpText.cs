namespace Puskesos.Tests.Rules;

/// <summary>Just enough C# reading to look at code without being misled by comments and literals.</summary>
public static class CSharpText
{
    public static string WithoutCommentsAndLiterals(string text) => Blank(text, literals: true);

    public static string WithoutComments(string text) => Blank(text, literals: false);

    private static string Blank(string text, bool literals)
    {
        var result = text.ToCharArray();
        var at = 0;
        while (at < text.Length)
        {
            var comment = CommentEnd(text, at);
            var end = comment ?? LiteralEnd(text, at) ?? at;
            if (comment is not null || literals)
            {
                for (var i = at; i < end; i++) if (result[i] != '\n') result[i] = ' ';
            }
            at = Math.Max(end, at + 1);
        }

        return new string(result);
    }

    private static int? CommentEnd(string text, int at) =>
        Starts(text, at, "//") ? After(text, "\n", at, including: false)
        : Starts(text, at, "/*") ? After(text, "*/", at + 2, including: true)
        : null;

    private static int? LiteralEnd(string text, int at)
    {
        if (text[at] == '\'') return QuotedEnd(text, at, '\'');
        if (text[at] != '"') return null;

        var quotes = text.AsSpan(at).IndexOfAnyExcept('"') is var run and >= 0 ? run : text.Length - at;
        if (quotes >= 3) return RawEnd(text, at, quotes);

        return IsVerbatim(text, at) ? VerbatimEnd(text, at) : QuotedEnd(text, at, '"');
    }

    private static bool IsVerbatim(string text, int at) =>
        at > 0 && (text[at - 1] == '@' || (at > 1 && text[at - 1] == '$' && text[at - 2] == '@'));

    private static int RawEnd(string text, int at, int quotes)
    {
        var end = After(text, new string('"', quotes), at + quotes, including: true);
        while (end < text.Length && text[end] == '"') end++;

        return end;
    }

    private static int VerbatimEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (text[end] != '"' || Starts(text, end, "\"\""))) end += text[end] == '"' ? 2 : 1;

        return Math.Min(end + 1, text.Length);
    }

    private static int QuotedEnd(string text, int at, char quote)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != quote && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;

        return Math.Min(end + 1, text.Length);
    }

    private static bool Starts(string text, int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;

    private static int After(string text, string what, int from, bool including) =>
        text.IndexOf(what, Math.Min(from, text.Length), StringComparison.Ordinal) is var found and >= 0 ? found + (including ? what.Length : 0) : text.Length;
}
