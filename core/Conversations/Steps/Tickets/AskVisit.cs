using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>Somebody wants to visit: can the resident be there? Asked by the move itself; here only the answer is read.</summary>
public sealed class AskVisit : IStep
{
    public Step Id => Step.AskVisit;

    public Say Ask(TurnView view)
    {
        var visit = Visited(view)?.Visit;
        return Say.Ask(
            Questions.AskVisit_Question,
            ("ticket", Visited(view)?.Ticket ?? ""),
            ("officer", visit?.Officer ?? ""),
            ("date", visit is null ? "" : IndonesianFormat.Date(TicketTalk.LocalDate(visit.StartsAt, view))),
            ("time", visit is null ? "" : TicketTalk.LocalTime(visit.StartsAt, view)));
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (Visited(view) is not { } known) return AtRest.Read(message, view with { Step = Step.Greet });
        if (IsAnotherDay(message)) return AnotherDay(known, view);
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 => StepResult.Go(Trigger.Done, view.Draft).With(new TurnEffect.AgreeVisit(known.Id)) with { AsksNext = false },
            2 => AnotherDay(known, view),
            _ => AtRest.Read(message, view with { Step = Step.Greet }),
        };
    }

    /// <summary>GANTI HARI, also as the answer to a reminder of the visit.</summary>
    public static bool IsAnotherDay(IncomingMessage message) =>
        message.Media.Count == 0 && AnswerReading.Words(message)?.TrimEnd('.', '!').Equals("ganti hari", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The newest own case with a visit ahead.</summary>
    public static CaseBrief? Visited(TurnView view) => view.Cases.LastOrDefault(known => known.Visit is not null);

    /// <summary>On to the question for another day.</summary>
    public static StepResult AnotherDay(CaseBrief known, TurnView view) => StepResult.Go(Trigger.VisitDay, view.Draft with { Tickets = [known.Ticket] });
}
