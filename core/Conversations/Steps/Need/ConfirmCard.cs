using Puskesos.Core.Cases;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Reads back what was found on the photo of an identity card; only a yes makes it count, and nothing waits for it.</summary>
public sealed class ConfirmCard : IStep
{
    public Step Id => Step.ConfirmCard;

    public Say Ask(TurnView view)
    {
        var card = view.Card ?? CardReading.Nothing;
        string Shown(string? read) => read ?? view.Texts.Get(Questions.ConfirmCard_Unread, view.Language);
        // No digit of a NIK is ever sent in a chat (journeys README).
        var nik = view.Texts.Get(card.Nik is null ? Questions.ConfirmCard_Unread : Questions.ConfirmCard_NikRead, view.Language);
        var typed = Owner(view.Draft);
        return card.Name is null || typed is null || CardReading.SameName(card.Name, typed)
            ? Say.Ask(Questions.ConfirmCard_Question, ("name", Shown(card.Name)), ("place", Shown(card.Village)), ("nik", nik))
            : Say.Ask(Questions.ConfirmCard_OtherName, ("name", card.Name), ("helped", typed), ("place", Shown(card.Village)), ("nik", nik));
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Card is not { } card) return StepResult.Answered(view.Draft with { CardIsRight = false });
        var isSkipped = CommandWords.Read(message.Text) is Command.Skip or Command.Done;
        return (isSkipped ? 2 : AnswerReading.YesOrNo(message, Ask(view), view)) switch
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
        var isOwn = draft.ForWhom is ForWhom.Self or null || CardReading.SameName(card.Name, draft.HelpedName);
        return draft with { CardIsRight = true, Nik = draft.Nik ?? (isOwn ? card.Nik : null) };
    }

    private static string? Owner(Draft draft) => draft.ForWhom is ForWhom.Self or null ? draft.Name : draft.HelpedName;
}
