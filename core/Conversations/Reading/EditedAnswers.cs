using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Conversations.Steps.Person;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>A message changed after it was sent: the answer that it gave changes with it while the draft is open.</summary>
public static class EditedAnswers
{
    /// <summary>An edit of this many words, whose message told no answer that is known, is added to the story; fewer were a number or a word.</summary>
    private const int FewestWords = 3;

    /// <summary>The draft that remembers which message gave an answer; channels without edits give no number.</summary>
    public static Draft Noted(Draft draft, Step step, IncomingMessage message, string words = "") => message.MessageId is { } id
        ? draft with { Sources = [.. draft.Sources.Where(source => source.MessageId != id), new DraftSource(step, id, words)] }
        : draft;

    /// <summary>The draft with the answer as it stands now; the same draft when the edit changes nothing.</summary>
    public static Draft Changed(Draft draft, string? messageId, string words, TurnView view)
    {
        var source = draft.Sources.FirstOrDefault(told => told.MessageId == messageId);
        return source?.Step switch
        {
            Step.AskName => PersonName.Read(words) is { } name ? draft with { Name = name } : draft,
            Step.AskHelpedName => PersonName.Read(words) is { } helped ? draft with { HelpedName = helped } : draft,
            Step.Greet => InStory(draft, source, FirstMessage.StoryOf(words, view)),
            Step.AskComplaint => InStory(draft, source, words),
            _ => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords && draft.Story?.Contains(words, StringComparison.Ordinal) == false
                ? AskComplaint.WithMore(draft, words)
                : draft,
        };
    }

    private static Draft InStory(Draft draft, DraftSource source, string words) =>
        words.Length > 0 && source.Words.Length > 0 && draft.Story is { } story && story.Contains(source.Words, StringComparison.Ordinal)
            ? draft with
            {
                Story = story.Replace(source.Words, words, StringComparison.Ordinal),
                Sources = [.. draft.Sources.Select(told => told == source ? told with { Words = words } : told)],
            }
            : draft;
}
