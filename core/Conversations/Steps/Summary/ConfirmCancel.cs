using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Summary;

/// <summary>Asks once before a draft is dropped.</summary>
public sealed class ConfirmCancel : IStep
{
    public Step Id => Step.ConfirmCancel;

    public Say Ask(TurnView view) => Say.Ask(Questions.ConfirmCancel_Question);

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.YesOrNo(message, Ask(view), view) switch
    {
        1 => StepResult.Go(Trigger.Done, view.Draft.WithoutComplaint(), new Say(Questions.ConfirmCancel_Done))
            .With(new TurnEffect.EraseDraft()) with
        { AsksNext = false, FreesWaiting = true },
        2 => StepResult.Go(Trigger.Resume, view.Draft),
        _ => StepResult.NotUnderstood(view.Draft),
    };
}
