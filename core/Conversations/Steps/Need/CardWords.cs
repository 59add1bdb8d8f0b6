using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>What was found on the photo of an identity card, in words: beside the name that was told, and without a digit of the NIK.</summary>
public static class CardWords
{
    /// <summary>The question whether it is right: the second text where the card bears another name than the one told.</summary>
    public static Say Ask(string same, string other, CardReading card, string? told, TurnView view, params (string Name, string Value)[] more)
    {
        string Shown(string? read) => read ?? view.Texts.Get(Questions.ConfirmCard_Unread, view.Language);
        // No digit of a NIK is ever sent in a chat (journeys README).
        var nik = view.Texts.Get(card.Nik is null ? Questions.ConfirmCard_Unread : Questions.ConfirmCard_NikRead, view.Language);
        (string Name, string Value)[] read = [("name", Shown(card.Name)), ("place", Shown(card.Village)), ("nik", nik), .. more];
        return card.Name is null || string.IsNullOrEmpty(told) || CardReading.SameName(card.Name, told) ? Say.Ask(same, read) : Say.Ask(other, [.. read, ("helped", told)]);
    }

    /// <summary>1 for yes; 2 for no, and for who goes on without answering; null for anything else.</summary>
    public static int? Answer(Messaging.IncomingMessage message, Say asked, TurnView view) =>
        Language.Answers.CommandWords.Read(message.Text) is Language.Answers.Command.Skip or Language.Answers.Command.Done ? 2 : AnswerReading.YesOrNo(message, asked, view);
}
