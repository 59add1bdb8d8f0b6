using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>Is it the data kept by this service that is meant, or the aid data? A yes becomes a request with the clock of the law; a no is read as a complaint.</summary>
public sealed class ConfirmRights : IStep
{
    public Step Id => Step.ConfirmRights;

    public Say Ask(TurnView view) => Say.Ask(Questions.ConfirmRights_Question, ("wish", RightsTalk.Words(view.Draft.Rights, view)));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var rest = view.Draft with { Rights = null };
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 when view.Draft.Rights is { } asked => StepResult.Go(Trigger.Done, rest).With(new TurnEffect.FileRights(asked)) with { AsksNext = false, FreesWaiting = true },
            2 when view.Waiting.Count > 0 => StepResult.Go(Trigger.Resume, rest) with { RereadsWaiting = true },
            1 or 2 => StepResult.Go(Trigger.Menu, rest),
            _ => StepResult.NotUnderstood(view.Draft),
        };
    }
}
