using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>Is somebody in danger now? Before consent, at any hour. Twice no clear answer counts as yes. After suicidal words only a clear "tidak" counts as no.</summary>
public sealed class AskDanger : IStep
{
    public Step Id => Step.AskDanger;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskDanger_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var isSuicidal = view.Draft.Danger?.IsSuicidal == true;
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            2 when !isSuicidal || YesNoReader.Read(message.Text) == YesNoAnswer.No || AnswerReading.Option(message, Ask(view), view) == 2 =>
                NoDanger(view),
            1 => InDanger(view, isSuicidal),
            _ when isSuicidal || view.Draft.Danger is { IsUnclear: true } => InDanger(view, isSuicidal),
            _ => StepResult.AskOn(view.Draft with { Danger = (view.Draft.Danger ?? new DraftDanger(false, false)) with { IsUnclear = true } }),
        };
    }

    /// <summary>Back to what was open; where nothing was, to the menu.</summary>
    private static StepResult NoDanger(TurnView view)
    {
        var draft = view.Draft with { Danger = null, ReturnTo = null };
        return view.Waiting.Count == 0 && !draft.HasComplaint && view.Draft.ReturnTo is null or Step.Greet
            ? StepResult.Go(Trigger.Menu, draft, new Say(Questions.AskDanger_NoMenu))
            : StepResult.Go(Trigger.Resume, draft, new Say(Questions.AskDanger_No)) with { RereadsWaiting = view.Waiting.Count > 0 };
    }

    private static StepResult InDanger(TurnView view, bool isSuicidal)
    {
        var danger = view.Draft.Danger ?? new DraftDanger(false, false);
        var result = StepResult.Go(Trigger.InDanger, view.Draft with { Danger = danger with { AlarmRaised = true } });
        return danger.AlarmRaised ? result : result.With(new TurnEffect.RaiseAlarm(isSuicidal));
    }
}
