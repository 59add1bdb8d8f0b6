using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>What the danger questions have in common: any answer is taken, nobody in danger reads "belum paham".</summary>
public static class DangerTalk
{
    /// <summary>Words instead of "aman" are most likely the place; a pin surely is.</summary>
    public static StepResult PlaceOrAgain(IncomingMessage message, TurnView view) =>
        message.Location is not null || (AnswerReading.Words(message)?.Split(' ').Length ?? 0) > 2
            ? StepResult.Go(Trigger.SafeToTalk, Told(message, view, (danger, words) => danger with { Place = words }))
            : StepResult.Go(Trigger.SafeToTalk, view.Draft);

    /// <summary>The draft with what this message told.</summary>
    public static Draft Told(IncomingMessage message, TurnView view, Func<DraftDanger, string, DraftDanger> note)
    {
        var words = AnswerReading.Words(message) ?? "";
        var draft = view.Draft with { Danger = note(view.Draft.Danger ?? new DraftDanger(false, false), words) };
        return message.Location is { } pin ? draft with { Pin = pin } : draft;
    }
}
