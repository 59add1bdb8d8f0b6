using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat.Page;

/// <summary>The words of a bubble: paragraphs, line breaks, and bold where our own text has stars around numbers and names.</summary>
public static class BubbleText
{
    private static readonly Markup BoldStart = new Markup().Add($"<b>");
    private static readonly Markup BoldEnd = new Markup().Add($"</b>");
    private static readonly Markup NewParagraph = new Markup().Add($"</p><p>");
    private static readonly Markup NewLine = new Markup().Add($"<br>");

    /// <summary>One <c>p</c> for each paragraph; <paramref name="hidden"/> opens the first, for those who listen.</summary>
    public static Markup Paragraphs(string text, IReadOnlyList<PersonText> personTexts, string hidden)
    {
        var stars = BoldStars(text, personTexts);
        var html = new Markup().Add($"<p><span class=\"hide\">{hidden} </span>");
        var open = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (stars.Contains(at))
            {
                open = !open;
                html.Add(open ? BoldStart : BoldEnd);
            }
            else if (text[at] == '\n')
            {
                var blank = at + 1 < text.Length && text[at + 1] == '\n';
                html.Add(blank ? NewParagraph : NewLine);
                if (blank) at++;
            }
            else
            {
                var end = at;
                while (end < text.Length && text[end] != '\n' && !stars.Contains(end)) end++;
                html.Add($"{text[at..end]}");
                at = end - 1;
            }
        }

        return html.Add($"</p>");
    }

    /// <summary>Positions of the stars that stand in pairs, tight around something on one line, and outside a person's own words.</summary>
    private static HashSet<int> BoldStars(string text, IReadOnlyList<PersonText> personTexts)
    {
        var stars = new HashSet<int>();
        var opened = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n') opened = -1;
            if (text[at] != '*' || personTexts.Any(stretch => at >= stretch.Start && at < stretch.Start + stretch.Length)) continue;
            if (opened < 0 && IsOpening(text, at)) opened = at;
            else if (opened >= 0 && at > opened + 1 && !char.IsWhiteSpace(text[at - 1]))
            {
                stars.Add(opened);
                stars.Add(at);
                opened = -1;
            }
        }

        return stars;
    }

    private static bool IsOpening(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
}
