using System.Globalization;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>How the service was, four to one, with room for a suggestion.</summary>
public sealed class AskRating : IStep
{
    private const int Best = 4;

    public Step Id => Step.AskRating;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskRating_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (AskResolved.Resolved(view) is not { } known) return StepResult.Go(Trigger.Menu, view.Draft);
        var words = AnswerReading.Words(message) ?? "";
        var rating = RatingOf(message, words, view);
        if (rating is null && words.Length > 0 && words.All(char.IsAsciiDigit)) return StepResult.NotUnderstood(view.Draft);
        if (rating is null) return AtRest.Read(message, view with { Step = Step.Greet });
        var suggestion = words.Length > 0 && char.IsAsciiDigit(words[0]) ? words[1..].TrimStart(' ', '.', ',', ')') : "";
        return StepResult.Go(Trigger.Done, view.Draft with { Tickets = [] }, new Say(Questions.AskRating_Thanks))
            .With(new TurnEffect.Rate(known.Id, rating.Value, suggestion.Length > 0 && !IsLabel(suggestion, view) ? suggestion : null)) with
        { AsksNext = false };
    }

    /// <summary>The rating runs 4 to 1, so the number told is the rating, not a place in the list.</summary>
    private int? RatingOf(IncomingMessage message, string words, TurnView view)
    {
        if (message.ChoiceId is { } id && id.Contains(':') && ChoiceIds.NumberOf(id) is { } place and >= 1 and <= Best) return Best + 1 - place;
        if (words.Length > 0 && words[0] is >= '1' and <= '4' && (words.Length == 1 || !char.IsAsciiDigit(words[1])))
            return int.Parse(words.AsSpan(0, 1), CultureInfo.InvariantCulture);
        var labels = AnswerReading.Labels(Ask(view), view).Select(label => label[2..]).ToList();
        return Language.Answers.OptionReader.Read(words, labels) is { } number && !words.Any(char.IsAsciiDigit) ? Best + 1 - number : null;
    }

    private bool IsLabel(string words, TurnView view) =>
        AnswerReading.Labels(Ask(view), view).Any(label => label.EndsWith(words, StringComparison.OrdinalIgnoreCase));
}
