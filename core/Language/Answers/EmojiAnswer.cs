using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>Reads a thumb, tick or cross as an answer; folded hands are thanks and say neither.</summary>
internal static class EmojiAnswer
{
    private static readonly string[] Yes = ["👍", "👌", "✅", "✔", "☑", "🆗", "🙆"];
    private static readonly string[] No = ["👎", "❌", "✖", "🙅", "🚫", "⛔", "✗", "✘"];

    public static YesNoAnswer Read(string text, out int position)
    {
        position = -1;
        if (System.Text.Ascii.IsValid(text))
            return YesNoAnswer.None;
        var yes = FirstOf(text, Yes);
        var no = FirstOf(text, No);
        position = Math.Max(yes, no);
        return (yes >= 0) == (no >= 0) ? YesNoAnswer.None : yes >= 0 ? YesNoAnswer.Yes : YesNoAnswer.No;
    }

    public static int TokenAt(WrittenText text, int position)
    {
        for (var i = 0; i < text.Count; i++)
            if (text.OriginalStart(i) == position)
                return i;
        return -1;
    }

    private static int FirstOf(string text, string[] signs)
    {
        foreach (var sign in signs)
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at >= 0)
                return at;
        }
        return -1;
    }
}
