using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>The person helped says yes or no to what somebody else filed.</summary>
public sealed class ConfirmHelped : IStep
{
    public Step Id => Step.ConfirmHelped;

    public Say Ask(TurnView view) => Say.Ask(
        Questions.ConfirmHelped_Question,
        ("regency", view.Regency.Name),
        ("helper", view.HelpedCase?.ReporterName ?? ""),
        ("name", view.HelpedCase?.HelpedName ?? ""),
        ("ticket", view.HelpedCase?.Ticket ?? ""));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.HelpedCase is not { } asked) return StepResult.Go(Trigger.Menu, view.Draft);
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 => Answer(Questions.ConfirmHelped_Yes, true),
            2 => Answer(Questions.ConfirmHelped_No, false),
            _ => StepResult.NotUnderstood(view.Draft),
        };
        StepResult Answer(string key, bool agrees) =>
            StepResult.Go(Trigger.Done, view.Draft, new Say(key, ("ticket", asked.Ticket)))
                .With(new TurnEffect.AnswerHelped(asked.Id, agrees)) with
            { AsksNext = false };
    }
}
