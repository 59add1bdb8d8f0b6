using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Opening;

/// <summary>A draft is older than a day: go on with it? What was written just now waits meanwhile.</summary>
public sealed class AskResume : IStep
{
    /// <summary>An answer that comes later than this after the question no longer fills a field by itself (journeys README).</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(24);

    public Step Id => Step.AskResume;

    public Say Ask(TurnView view) => Say.Ask(
        Questions.AskResume_Question,
        ("date", IndonesianFormat.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
            view.DraftStartedAt ?? view.Now, TimeZoneInfo.FindSystemTimeZoneById(view.Regency.TimeZoneId)).DateTime))));

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.YesOrNo(message, Ask(view), view) switch
    {
        1 when view.Waiting.Count > 0 => StepResult.Go(Trigger.Resume, view.Draft) with { RereadsWaiting = true, AsksNext = false },
        1 => StepResult.Go(Trigger.Resume, view.Draft),
        2 => StepResult.Go(Trigger.Done, view.Draft.WithoutComplaint(), new Say(Questions.ConfirmCancel_Done))
            .With(new TurnEffect.EraseDraft()) with
        { FreesWaiting = true, AsksNext = false },
        _ => StepResult.NotUnderstood(view.Draft),
    };
}
