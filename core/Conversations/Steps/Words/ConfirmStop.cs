using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>BERHENTI asks back, then: draft erased, no notices, and a question about each open ticket.</summary>
public sealed class ConfirmStop : IStep
{
    public Step Id => Step.ConfirmStop;

    public Say Ask(TurnView view) => Say.Ask(Questions.ConfirmStop_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var open = view.OpenCases.Select(known => known.Ticket).ToList();
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 when open.Count > 0 => StepResult.Go(Trigger.StopTickets, Draft.Empty with { Tickets = open })
                .With(new TurnEffect.EraseDraft(), new TurnEffect.StopNotices()) with
            { FreesWaiting = true },
            1 => StepResult.Go(Trigger.Done, Draft.Empty, new Say(Questions.ConfirmStop_Done))
                .With(new TurnEffect.EraseDraft(), new TurnEffect.StopNotices(), new TurnEffect.WithdrawConsent()) with
            { AsksNext = false, FreesWaiting = true },
            2 => StepResult.Go(Trigger.Resume, view.Draft) with { AsksNext = view.Draft.HasComplaint || view.Draft.ReturnTo is not null },
            _ => StepResult.NotUnderstood(view.Draft),
        };
    }
}
