using System.Text;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Joins what a turn says into one message in the person's language, with the answers of the last question as buttons.</summary>
public static class ReplyRenderer
{
    /// <summary>Labels on buttons are at most this long (WhatsApp's list titles).</summary>
    private const int LongestLabel = 24;

    /// <summary>Gaps that hold words of a person: no formatting is read in them.</summary>
    private static readonly HashSet<string> PersonGaps = ["name", "helped", "helper", "story", "text", "outcome", "reason", "nextStep", "officer", "address", "place"];

    /// <summary>The message of a turn, or null when nothing is said.</summary>
    public static OutgoingMessage? Render(IReadOnlyList<Say> says, TurnView view)
    {
        if (says.Count == 0) return null;
        var text = new StringBuilder();
        var persons = new List<PersonText>();
        foreach (var say in says)
        {
            if (text.Length > 0) text.Append("\n\n");
            Fill(text, say, view, persons);
        }

        var asked = says.LastOrDefault(say => say.IsQuestion);
        var ordering = says.LastOrDefault(say => say.OrdersFor is not null);
        return new OutgoingMessage
        {
            Text = text.ToString(),
            PersonTexts = persons,
            Choices = asked is null ? [] : Choices(asked, view),
            LocationLabel = asked is { AsksLocation: true } ? view.Texts.Get(Questions.AskVillage_LocationButton, view.Language) : null,
            ContactLabel = asked is { AsksContact: true } ? view.Texts.Get(Questions.AskPhone_ContactButton, view.Language) : null,
            // These texts name the words themselves: only the buttons are added.
            Orders = ordering is null ? [] : NoticeOrders.For(ordering.Key, ordering.OrdersFor!),
            RemovesKeyboard = asked is null && view.Step == Step.Greet && ordering is null,
        };
    }

    private static List<Choice> Choices(Say asked, TurnView view)
    {
        var labels = AnswerReading.Labels(asked, view);
        var choices = labels.Select((label, at) => Split(ChoiceIds.Of(view.Step, at + 1), label)).ToList();
        choices.AddRange(asked.Words.Select(word => new Choice(word, word)));
        return choices;
    }

    /// <summary>"Karanganyar, Dukuhturi" is a title and a second line where the channel has one; else the label is cut.</summary>
    private static Choice Split(string id, string label)
    {
        if (label.Length <= LongestLabel) return new Choice(id, label);
        var comma = label.IndexOf(", ", StringComparison.Ordinal);
        return comma is > 0 and <= LongestLabel ? new Choice(id, label[..comma], label[(comma + 2)..]) : new Choice(id, label[..LongestLabel], label);
    }

    private static void Fill(StringBuilder text, Say say, TurnView view, List<PersonText> persons)
    {
        var rest = view.Texts.Get(say.Key, view.Language).AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = rest[open..].IndexOf('}');
            if (close < 0) break;
            text.Append(rest[..open]);
            var gap = rest[(open + 1)..(open + close)].ToString();
            var value = Array.Find(say.Gaps, filling => filling.Gap == gap) is { Gap: not null } found
                ? found.Value
                : throw new InvalidOperationException($"The text {say.Key} has no value for its gap {gap}.");
            if (PersonGaps.Contains(gap)) persons.Add(new PersonText(text.Length, value.Length));
            text.Append(value);
            rest = rest[(open + close + 1)..];
        }

        text.Append(rest);
    }
}
