using System.Text;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.Telegram;

/// <summary>One message of a reply: its plain words, and the same as HTML when some of it is bold.</summary>
internal sealed record TelegramPart(string Plain, string? Html);

/// <summary>Our *bold* becomes Telegram's; what a person wrote is left alone, asterisks included.</summary>
internal static class TelegramText
{
    /// <summary>Characters of one message after its marks are read (Bot API, sendMessage).</summary>
    public const int LongestPart = 4096;

    private const char Mark = '*';

    public static IReadOnlyList<TelegramPart> Parts(OutgoingMessage message)
    {
        var (plain, bold) = ReadMarks(message.Text, message.PersonTexts);
        return [.. TextParts.Cut(plain, LongestPart).Select(part => new TelegramPart(part.Of(plain), Html(plain, part, bold)))];
    }

    private static (string Plain, List<TextPart> Bold) ReadMarks(string text, IReadOnlyList<PersonText> persons)
    {
        var plain = new StringBuilder(text.Length);
        var bold = new List<TextPart>();
        for (var at = 0; at < text.Length; at++)
        {
            if (Opens(text, at, persons) && ClosingMark(text, at, persons) is { } close)
            {
                bold.Add(new TextPart(plain.Length, close - at - 1));
                plain.Append(text, at + 1, close - at - 1);
                at = close;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return (plain.ToString(), bold);
    }

    private static bool Opens(string text, int at, IReadOnlyList<PersonText> persons) =>
        text[at] == Mark && !IsOfPerson(at, persons) && at + 1 < text.Length && text[at + 1] != Mark && !char.IsWhiteSpace(text[at + 1]) &&
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static int? ClosingMark(string text, int open, IReadOnlyList<PersonText> persons)
    {
        for (var at = open + 2; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] != Mark || IsOfPerson(at, persons) || char.IsWhiteSpace(text[at - 1])) continue;
            if (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])) return at;
        }

        return null;
    }

    private static bool IsOfPerson(int at, IReadOnlyList<PersonText> persons) => persons.Any(range => at >= range.Start && at < range.Start + range.Length);

    private static string? Html(string plain, TextPart part, List<TextPart> bold)
    {
        var html = new StringBuilder();
        var at = part.Start;
        foreach (var range in bold.Where(range => range.Start < part.End && range.End > part.Start))
        {
            var (start, end) = (Math.Max(range.Start, part.Start), Math.Min(range.End, part.End));
            html.Append(Escape(plain[at..start])).Append("<b>").Append(Escape(plain[start..end])).Append("</b>");
            at = end;
        }

        return html.Length == 0 ? null : html.Append(Escape(plain[at..part.End])).ToString();
    }

    // Telegram knows few named entities; the three that matter are escaped and nothing else.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
