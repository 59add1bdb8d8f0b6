using Puskesos.Core.Messaging;
using Telegram.Bot.Types.ReplyMarkups;

namespace Puskesos.Bot.Telegram;

/// <summary>
/// The answers on offer as a reply keyboard: a press is an ordinary message that Telegram keeps for 24 hours, while a tap on an
/// inline button is lost after 150 seconds. Only an officer's orders stand under their own notice: there are many notices and one keyboard,
/// and an officer who sees nothing happen taps again.
/// </summary>
internal static class TelegramKeyboard
{
    /// <summary>Letters of a row that a small phone shows without cutting labels.</summary>
    private const int RowLetters = 32;

    private const int MostPerRow = 3;

    /// <summary>The keyboard, its removal, or null when the one that is shown may stay.</summary>
    public static ReplyMarkup? For(OutgoingMessage message)
    {
        var rows = new List<KeyboardButton[]>();
        if (message.LocationLabel is { } place) rows.Add([KeyboardButton.WithRequestLocation(place)]);
        if (message.ContactLabel is { } number) rows.Add([KeyboardButton.WithRequestContact(number)]);
        rows.AddRange(Rows(message.Choices));
        if (rows.Count > 0) return new ReplyKeyboardMarkup(rows) { ResizeKeyboard = true, OneTimeKeyboard = true };
        if (message.Orders.Count > 0) return new InlineKeyboardMarkup([message.Orders.Select(order => InlineKeyboardButton.WithCallbackData(order, order))]);
        return message.RemovesKeyboard ? new ReplyKeyboardRemove() : null;
    }

    /// <summary>All rows alike, as many per row as the longest label allows: short answers side by side, long ones below each other.</summary>
    private static IEnumerable<KeyboardButton[]> Rows(IReadOnlyList<Choice> choices)
    {
        if (choices.Count == 0) return [];
        var perRow = Math.Clamp(RowLetters / Math.Max(1, choices.Max(choice => choice.Label.Length)), 1, MostPerRow);
        return choices.Select(choice => new KeyboardButton(choice.Label)).Chunk(perRow);
    }
}
