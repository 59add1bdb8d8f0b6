using System.Text;

namespace Puskesos.Core.Texts;

/// <summary>Fills the named gaps of a text, <c>{village}</c>. A gap without a value throws: better in a test than in a chat.</summary>
public static class TextFill
{
    /// <summary>The text with each gap replaced once; values are taken literally, braces in them are not gaps.</summary>
    public static string Fill(string text, params ReadOnlySpan<(string Gap, string Value)> values)
    {
        var filled = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = rest[open..].IndexOf('}');
            if (close < 0) break;
            filled.Append(rest[..open]).Append(ValueOf(rest[(open + 1)..(open + close)], values));
            rest = rest[(open + close + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>The names of a text's gaps, in order, each once.</summary>
    public static IReadOnlyList<string> Gaps(string text)
    {
        var gaps = new List<string>();
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0) break;
            var gap = text[(open + 1)..close];
            if (!gaps.Contains(gap)) gaps.Add(gap);
        }

        return gaps;
    }

    private static string ValueOf(ReadOnlySpan<char> gap, ReadOnlySpan<(string Gap, string Value)> values)
    {
        foreach (var (name, value) in values)
            if (gap.SequenceEqual(name)) return value;
        throw new ArgumentException($"The gap {gap} has no value.", nameof(values));
    }
}
