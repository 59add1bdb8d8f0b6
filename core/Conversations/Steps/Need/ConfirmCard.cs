using Puskesos.Core.Cases;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Reads back what was found on the photo of an identity card; only a yes makes it count, and nothing waits for it.</summary>
public sealed class ConfirmCard : IStep
{
    public Step Id => Step.ConfirmCard;

    public Say Ask(TurnView view) => CardWords.Ask(Questions.ConfirmCard_Question, Questions.ConfirmCard_OtherName, view.Card ?? CardReading.Nothing, Owner(view.Draft), view);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Card is not { } card) return StepResult.Answered(view.Draft with { CardIsRight = false });
        return CardWords.Answer(message, Ask(view), view) switch
        {
            1 => StepResult.Answered(Confirmed(view.Draft, card)).With(new TurnEffect.JudgeCard(true)),
            2 => StepResult.Answered(view.Draft with { CardIsRight = false }).With(new TurnEffect.JudgeCard(false)),
            _ => StepResult.NotUnderstood(view.Draft),
        };
    }

    public Draft Forget(Draft draft) => draft with { CardIsRight = null };

    /// <summary>A number typed before stays; a number read counts for the person whom the complaint is about and for nobody else.</summary>
    private static Draft Confirmed(Draft draft, CardReading card)
    {
        return draft with { CardIsRight = true, Nik = draft.Nik ?? (card.IsOf(Owner(draft), IsForWriter(draft)) ? card.Nik : null) };
    }

    /// <summary>The name told of the person whom the complaint is about.</summary>
    internal static string? Owner(Draft draft) => IsForWriter(draft) ? draft.Name : draft.HelpedName;

    /// <summary>True when that person writes here.</summary>
    internal static bool IsForWriter(Draft draft) => draft.ForWhom is ForWhom.Self or null;
}
