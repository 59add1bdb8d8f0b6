namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What is shown under a message or instead of the keyboard.</summary>
public abstract class ReplyMarkup;

/// <summary>Buttons under a message.</summary>
public class InlineKeyboardMarkup : ReplyMarkup
{
    public InlineKeyboardMarkup() => InlineKeyboard = [];

    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) => InlineKeyboard = inlineKeyboard;

    public InlineKeyboardMarkup(params InlineKeyboardButton[] inlineKeyboardRow) => InlineKeyboard = [inlineKeyboardRow];

    public IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; }
}

/// <summary>One button under a message.</summary>
public class InlineKeyboardButton
{
    public InlineKeyboardButton()
    {
    }

    public InlineKeyboardButton(string text) => Text = text;

    public string Text { get; set; } = default!;

    public string? Url { get; set; }

    /// <summary>What comes back on a tap, 1-64 bytes of UTF-8.</summary>
    public string? CallbackData { get; set; }

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) => new(text) { CallbackData = callbackData };
}

/// <summary>A keyboard of ready answers; a press is an ordinary message.</summary>
public class ReplyKeyboardMarkup : ReplyMarkup
{
    public ReplyKeyboardMarkup() => Keyboard = [];

    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    public ReplyKeyboardMarkup(params KeyboardButton[] keyboardRow) => Keyboard = [keyboardRow];

    public IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; }

    public bool IsPersistent { get; set; }

    public bool ResizeKeyboard { get; set; }

    public bool OneTimeKeyboard { get; set; }

    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }
}

/// <summary>One ready answer; it may ask for the sender's phone number or place (private chats only).</summary>
public class KeyboardButton
{
    public KeyboardButton()
    {
    }

    public KeyboardButton(string text) => Text = text;

    public string Text { get; set; } = default!;

    public bool RequestContact { get; set; }

    public bool RequestLocation { get; set; }

    public static KeyboardButton WithRequestContact(string text) => new(text) { RequestContact = true };

    public static KeyboardButton WithRequestLocation(string text) => new(text) { RequestLocation = true };

    public static implicit operator KeyboardButton(string text) => new(text);
}

/// <summary>Takes the keyboard of ready answers away.</summary>
public class ReplyKeyboardRemove : ReplyMarkup
{
    public bool RemoveKeyboard { get; } = true;

    public bool Selective { get; set; }
}
