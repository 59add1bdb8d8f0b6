using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>An officer finished a case: is the problem really gone? Asked by the move itself; here only the answer is read.</summary>
public sealed class AskResolved : IStep
{
    public Step Id => Step.AskResolved;

    public Say Ask(TurnView view) => Say.Ask(
        Questions.AskResolved_Question,
        ("ticket", Resolved(view)?.Ticket ?? ""),
        ("outcome", Resolved(view)?.OutcomeSentence ?? ""));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (Resolved(view) is not { } known) return AtRest.Read(message, view with { Step = Step.Greet });
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 => StepResult.Go(Trigger.Rate, view.Draft with { Tickets = [known.Ticket] }).With(new TurnEffect.ConfirmResolved(known.Id)),
            2 => StepResult.Go(Trigger.NotResolved, view.Draft with { Tickets = [known.Ticket] }),
            _ => AtRest.Read(message, view with { Step = Step.Greet }),
        };
    }

    /// <summary>The case that the open question is about: the one named in the draft, else the newest finished one.</summary>
    internal static CaseBrief? Resolved(TurnView view) =>
        view.Cases.FirstOrDefault(known => view.Draft.Tickets.Contains(known.Ticket))
        ?? view.Cases.LastOrDefault(known => known.Status == CaseStatus.Resolved);
}
