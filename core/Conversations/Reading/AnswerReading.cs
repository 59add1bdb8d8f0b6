using System.Globalization;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>Reads answers to numbered questions: the number, the label or its first words, a pressed button.</summary>
public static class AnswerReading
{
    /// <summary>The labels of a text's own numbered lines ("1 Ya" → "Ya"); a line whose number is not its place keeps it ("4 Sangat baik").</summary>
    public static IReadOnlyList<string> Labels(string text)
    {
        var labels = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var space = line.IndexOf(' ');
            if (space is < 1 or > 2 || !int.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            labels.Add(number == labels.Count + 1 ? line[(space + 1)..] : line);
        }

        return labels;
    }

    /// <summary>The labels that a question offers.</summary>
    public static IReadOnlyList<string> Labels(Say asked, TurnView view) =>
        asked.Options ?? Labels(view.Texts.Get(asked.Key, view.Language));

    /// <summary>Which of the offered answers a message means, from 1; null when none.</summary>
    public static int? Option(IncomingMessage message, Say asked, TurnView view)
    {
        var labels = Labels(asked, view);
        if (message.ChoiceId is { } id && ChoiceIds.NumberOf(id) is { } number) return number >= 1 && number <= labels.Count ? number : null;
        return OptionReader.Read(message.Text, labels);
    }

    /// <summary>1 or 2 of a question that is answered by yes or no.</summary>
    public static int? YesOrNo(IncomingMessage message, Say asked, TurnView view) =>
        Option(message, asked, view) ?? YesNoReader.Read(message.Text) switch
        {
            YesNoAnswer.Yes or YesNoAnswer.Already => 1,
            YesNoAnswer.No or YesNoAnswer.NotYet => 2,
            _ => null,
        };

    /// <summary>A text without blanks at its ends, or null when there is nothing in it.</summary>
    public static string? Words(IncomingMessage message) =>
        message.Text?.Trim() is { Length: > 0 } text ? text : null;
}
