using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>After BERHENTI: what happens to each open ticket, one by one.</summary>
public sealed class AskStopTickets : IStep
{
    public Step Id => Step.AskStopTickets;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskStopTickets_Question, ("ticket", First(view)));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var asked = view.Cases.FirstOrDefault(known => known.Ticket == First(view));
        if (asked is null) return StepResult.Go(Trigger.Done, Draft.Empty, new Say(Questions.ConfirmStop_Done)) with { AsksNext = false };
        var rest = view.Draft with { Tickets = [.. view.Draft.Tickets.Skip(1)] };
        var result = rest.Tickets.Count > 0 ? StepResult.AskOn(rest) : StepResult.Go(Trigger.Done, rest) with { AsksNext = false };
        switch (AnswerReading.Option(message, Ask(view), view))
        {
            case 1:
                return result with { Says = [new Say(Questions.AskStopTickets_Kept, ("ticket", asked.Ticket))] };
            case 2:
                var until = TimeZoneInfo.ConvertTime(view.Now + HelpedAnswers.WithdrawalTime, TimeZoneInfo.FindSystemTimeZoneById(view.Regency.TimeZoneId));
                return result.With(new TurnEffect.CancelCase(asked.Id, WithErasure: true), new TurnEffect.WithdrawConsent()) with
                {
                    Says =
                    [
                        new Say(
                            Questions.AskStopTickets_Cancelled,
                            ("ticket", asked.Ticket),
                            ("date", IndonesianFormat.Date(DateOnly.FromDateTime(until.DateTime))),
                            ("time", IndonesianFormat.Time(TimeOnly.FromDateTime(until.DateTime), ZoneName.Of(view.Regency.TimeZoneId)))),
                    ],
                };
            default:
                return StepResult.NotUnderstood(view.Draft);
        }
    }

    private static string First(TurnView view) => view.Draft.Tickets is [var ticket, ..] ? ticket : "";
}
