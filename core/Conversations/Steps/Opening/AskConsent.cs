using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Opening;

/// <summary>Asks for permission before anything is kept. Only the sealed raw message exists until the answer is yes.</summary>
public sealed class AskConsent : IStep
{
    /// <summary>Days after which papers are erased once a case is closed (DOMAIN §4.6).</summary>
    public const string DocumentDays = "90";

    public Step Id => Step.AskConsent;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskConsent_Question, ("days", DocumentDays));

    public StepResult Read(IncomingMessage message, TurnView view) => AnswerReading.YesOrNo(message, Ask(view), view) switch
    {
        1 => StepResult.Answered(FirstMessage.Take(view)).With([new TurnEffect.GiveConsent(view.Resident is null), .. FirstMessage.KeepsFiles(view.Waiting)]) with { FreesWaiting = true },
        2 => StepResult.Go(
                Trigger.Done,
                Draft.Empty,
                new Say(Questions.AskConsent_Refused, ("office", view.Regency.OfficeAddress), ("hours", view.Regency.OfficeHours)))
            .With(new TurnEffect.RefuseConsent()) with
        { FreesWaiting = true, AsksNext = false },
        _ => StepResult.NotUnderstood(view.Draft),
    };
}
