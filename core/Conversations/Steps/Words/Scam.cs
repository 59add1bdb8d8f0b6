using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>Somebody asked for money, a PIN or an OTP: the warning first, then who and how. The answer goes to Dinsos only.</summary>
public sealed class Scam : IStep
{
    public Step Id => Step.Scam;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.Scam_Question);

    public StepResult Read(IncomingMessage message, TurnView view) =>
        AnswerReading.Words(message) is { } words
            ? StepResult.Go(
                    view.Draft.HasComplaint ? Trigger.Resume : Trigger.Done,
                    view.Draft,
                    new Say(Questions.Scam_Noted, ("regency", view.Regency.Name)))
                .With(new TurnEffect.ReportScam(words)) with
            { AsksNext = view.Draft.HasComplaint }
            : StepResult.NotUnderstood(view.Draft);
}
