using System.Text;
using System.Text.RegularExpressions;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Messaging;

/// <summary>Turns what is to be told into a message in the person's language.</summary>
public static partial class NoticeMessage
{
    /// <summary>Labels on buttons are cut here: WhatsApp's list titles hold 24 characters.</summary>
    private const int LongestLabel = 24;

    /// <summary>The message; lines that begin with a number become its choices, <paramref name="step"/> names the question they answer.</summary>
    public static OutgoingMessage Of(Notice told, TextCatalog texts, string language, string? step = null)
    {
        var text = texts.Get(told.Key, language);
        var filled = Fill(text, told.Gaps, out var persons);
        return new OutgoingMessage
        {
            Text = filled,
            PersonTexts = persons,
            Choices = step is null ? [] : [.. NumberedLine().Matches(text).Select(line => new Choice($"{step}:{line.Groups[1].Value}", Label(line.Groups[2].Value)))],
            TemplateKey = told.Key,
            TemplateValues = [.. TextFill.Gaps(text).Select(gap => told.Gaps.First(filling => filling.Name == gap).Value)],
        };
    }

    private static string Label(string words) => words.Length <= LongestLabel ? words : words[..LongestLabel];

    private static string Fill(string text, IReadOnlyList<NoticeGap> gaps, out IReadOnlyList<PersonText> persons)
    {
        var filled = new StringBuilder();
        var found = new List<PersonText>();
        var at = 0;
        foreach (Match gap in Gap().Matches(text))
        {
            var value = gaps.FirstOrDefault(filling => filling.Name == gap.Groups[1].Value)
                ?? throw new ArgumentException($"The gap {gap.Groups[1].Value} has no value.", nameof(gaps));
            filled.Append(text, at, gap.Index - at);
            if (value.FromPerson) found.Add(new PersonText(filled.Length, value.Value.Length));
            filled.Append(value.Value);
            at = gap.Index + gap.Length;
        }

        persons = found;
        return filled.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(\d) (.+)$", RegexOptions.Multiline)]
    private static partial Regex NumberedLine();
}
