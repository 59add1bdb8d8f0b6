using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Opening;

/// <summary>A known address writes: is it the same person? One phone may serve several.</summary>
public sealed class AskWho : IStep
{
    public Step Id => Step.AskWho;

    public Say Ask(TurnView view) => Say.Ask(
        Questions.AskWho_Question,
        ("daypart", DayParts.Of(view)),
        ("name", view.Resident?.Name ?? ""));

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.YesOrNo(message, Ask(view), view) switch
    {
        1 when view.Waiting.Count > 0 => StepResult.Go(Trigger.Resume, view.Draft) with { RereadsWaiting = true, AsksNext = false },
        1 => StepResult.Go(Trigger.Menu, view.Draft),
        2 => StepResult.Go(Trigger.Report, Draft.Empty, new Say(Questions.AskWho_NewPerson, ("name", view.Resident?.Name ?? "")))
            .With(new TurnEffect.SwitchPerson(null)),
        _ when FirstMessage.TellsComplaint(message, view) => StepResult.AskOn(view.Draft) with { PutsAside = true },
        _ => StepResult.NotUnderstood(view.Draft),
    };
}
