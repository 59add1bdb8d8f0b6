using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>A message from somebody with an open case: does it belong to that case? It waits meanwhile; nothing is dropped.</summary>
public sealed class AskOpenCase : IStep
{
    public Step Id => Step.AskOpenCase;

    public bool TakesMedia => true;

    public bool TakesVoice => true;

    public Say Ask(TurnView view)
    {
        var open = view.OpenCases.ToList();
        if (open.Count == 1) return Say.Ask(Questions.AskOpenCase_Question, ("ticket", open[0].Ticket));
        return Say.Choose(Questions.AskOpenCase_Several,
            [.. open.Select(known => known.Ticket), view.Texts.Get(Questions.AskOpenCase_New, view.Language), view.Texts.Get(Questions.AskOpenCase_Menu, view.Language)]);
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var open = view.OpenCases.ToList();
        if (open.Count == 0) return StepResult.Go(Trigger.Menu, view.Draft) with { FreesWaiting = true };
        var number = open.Count == 1 ? AnswerReading.YesOrNo(message, Ask(view), view) : AnswerReading.Option(message, Ask(view), view);
        if (number is null) return AtRest.WaitToo(message, view);
        if (number <= open.Count && (open.Count > 1 || number == 1)) return AtRest.Append(open[number.Value - 1], view.Waiting, view) with { FreesWaiting = true };
        return number == open.Count + 1
            ? StepResult.Go(Trigger.Report, FirstMessage.Take(view)).With(FirstMessage.KeepsFiles(view.Waiting)) with { FreesWaiting = true }
            : StepResult.Go(Trigger.Menu, view.Draft) with { FreesWaiting = true };
    }
}
