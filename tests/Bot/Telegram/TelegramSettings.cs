using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

/// <summary>Settings of the channel for tests.</summary>
internal static class TelegramSettings
{
    public const string Secret = "Rahasia_uji-42";

    public static Dictionary<string, string?> Webhook(string apiUrl = "http://127.0.0.1:9") => new()
    {
        ["Telegram:BotToken"] = FakeTelegram.Token,
        ["Telegram:ApiBaseUrl"] = apiUrl,
        ["Telegram:WebhookSecret"] = Secret,
        ["Telegram:Mode"] = "webhook",
        ["Bot:PublicBaseUrl"] = "https://bot.example",
    };

    public static Dictionary<string, string?> Polling(string apiUrl) => new()
    {
        ["Telegram:BotToken"] = FakeTelegram.Token,
        ["Telegram:ApiBaseUrl"] = apiUrl,
    };
}
