using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Tickets;

/// <summary>Reads back what was found on the photo of an identity card that a filed case waited for; only a yes makes it count, and nothing waits for it.</summary>
public sealed class ConfirmFiledCard : IStep
{
    public Step Id => Step.ConfirmFiledCard;

    public bool TakesMedia => true;

    public bool TakesVoice => true;

    public Say Ask(TurnView view)
    {
        var (filed, known) = (view.Draft.FiledCard, Known(view));
        var card = filed is null ? null : view.CardOn(filed.InboxId, filed.Index);
        return CardWords.Ask(
            Questions.ConfirmFiledCard_Question, Questions.ConfirmFiledCard_OtherName, card ?? Documents.Cards.CardReading.Nothing, known?.AboutName, view,
            ("ticket", known?.Ticket ?? ""));
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var done = view.Draft with { FiledCard = null };
        if (view.Draft.FiledCard is { } filed && Known(view) is { } known && CardWords.Answer(message, Ask(view), view) is { } answer)
        {
            var isRight = answer == 1;
            var isOther = view.CardOn(filed.InboxId, filed.Index) is { } card && card.NamesAnother(known.AboutName);
            var heard = new Say(!isRight ? Questions.ConfirmFiledCard_NotRight : isOther ? Questions.ConfirmFiledCard_OtherPerson : Questions.ConfirmFiledCard_Right, ("ticket", known.Ticket));
            var goesOn = view.Draft.ReturnTo == Step.AskPhone;
            return StepResult.Go(goesOn ? Trigger.Resume : Trigger.Done, done, heard).With(new TurnEffect.JudgeFiledCard(filed, isRight)) with { AsksNext = goesOn };
        }

        return AtRest.Read(message, view with { Step = Step.Greet, Draft = done });
    }

    private static CaseBrief? Known(TurnView view) => view.Cases.FirstOrDefault(known => known.Id == view.Draft.FiledCard?.CaseId);
}
