using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Officers;

/// <summary>SELESAI: how a ticket ended, the sentence that the resident reads, and a last look before it goes out. Only what an examination alone can end with.</summary>
public sealed class FinishCase : IStep
{
    /// <summary>In the order of the text's lines: H5, H7, H8; the others need the page.</summary>
    private static readonly Outcome[] Offered = [Outcome.InformationGiven, Outcome.Unreachable, Outcome.Redirected];

    public Step Id => Step.FinishCase;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => view.Draft.Order switch
    {
        { Outcome: null } order => Say.Ask(OfficerMessages.FinishCase_Question, ("ticket", order.Ticket)),
        { Sentence: null } => Say.Ask(OfficerMessages.FinishCase_Sentence),
        { Sentence: { } sentence } => Say.Ask(OfficerMessages.FinishCase_Confirm, ("outcome", sentence)),
        _ => Say.Ask(OfficerMessages.LinkOfficer_Question),
    };

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Officer is not { } officer || view.Draft.Order is not { } order) return StepResult.Go(Trigger.Done, view.Draft);
        if (order.Outcome is null)
            return AnswerReading.Option(message, Ask(view), view) is { } chosen
                ? StepResult.AskOn(view.Draft with { Order = order with { Outcome = Offered[chosen - 1] } }) : StepResult.NotUnderstood(view.Draft);
        if (order.Sentence is null)
            return AnswerReading.Words(message) is { } words
                ? StepResult.AskOn(view.Draft with { Order = order with { Sentence = EndedWithStop(words) } }) : StepResult.NotUnderstood(view.Draft);
        return AnswerReading.Option(message, Ask(view), view) switch
        {
            1 => StepResult.Go(Trigger.Done, view.Draft with { Order = new DraftOrder(order.Ticket) { IsDone = true } })
                .With(new TurnEffect.FinishCase(officer.Id, order.Ticket, order.Outcome.Value, order.Sentence)) with
            { AsksNext = false },
            2 => StepResult.AskOn(view.Draft with { Order = order with { Sentence = null } }),
            _ => StepResult.NotUnderstood(view.Draft),
        };
    }

    private static string EndedWithStop(string words) => words[^1] is '.' or '!' or '?' ? words : words + ".";
}
