using System.Text.RegularExpressions;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Our own messages mark numbers and names as *bold*; the page shows them so. What persons wrote never passes here.</summary>
public static partial class BoldWords
{
    /// <summary>The pieces of a line in order, each with whether it is bold; the page escapes them.</summary>
    public static IEnumerable<(string Text, bool IsBold)> Of(string line)
    {
        var at = 0;
        foreach (Match mark in Mark().Matches(line))
        {
            if (mark.Index > at) yield return (line[at..mark.Index], false);
            yield return (mark.Groups[1].Value, true);
            at = mark.Index + mark.Length;
        }

        if (at < line.Length) yield return (line[at..], false);
    }

    [GeneratedRegex(@"(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])")]
    private static partial Regex Mark();
}
