using Microsoft.Extensions.Configuration;
using Puskesos.Bot.Telegram;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456:AbC_def-0123";

    [Theory]
    [InlineData]
    [InlineData("Telegram:Mode=polling", "Telegram:ApiBaseUrl=https://api.telegram.org", "Telegram:BotToken=", "Telegram:ApplyWebhook=false")]
    public void Without_any_key_the_channel_is_off(params string[] settings) => Assert.Null(Read(settings));

    [Fact]
    public void A_token_alone_is_enough_for_polling()
    {
        var options = Read($"Telegram:BotToken={Token}");

        Assert.False(options!.ByWebhook);
        Assert.Equal(TelegramOptions.VendorUrl, options.ApiBaseUrl);
    }

    [Theory]
    [InlineData("Telegram:BotToken", "Telegram:WebhookSecret=x")]
    [InlineData("Telegram:BotToken", "Telegram:Mode=webhook", "Telegram:WebhookSecret=x")]
    [InlineData("Telegram:BotToken", "Telegram:ApplyWebhook=true")]
    [InlineData("Telegram:BotToken", "Telegram:BotToken=tidak ada titik dua")]
    [InlineData("Telegram:BotToken", "Telegram:BotToken=123:a/../b")]
    [InlineData("Telegram:WebhookSecret", $"Telegram:BotToken={Token}", "Telegram:Mode=webhook")]
    [InlineData("Telegram:WebhookSecret", $"Telegram:BotToken={Token}", "Telegram:Mode=Webhook", "Telegram:WebhookSecret=dengan spasi")]
    [InlineData("Telegram:Mode", $"Telegram:BotToken={Token}", "Telegram:Mode=push")]
    [InlineData("Telegram:ApiBaseUrl", $"Telegram:BotToken={Token}", "Telegram:ApiBaseUrl=api.telegram.org")]
    [InlineData("Bot:PublicBaseUrl", $"Telegram:BotToken={Token}", "Telegram:Mode=webhook", "Telegram:WebhookSecret=x", "Telegram:ApplyWebhook=true")]
    public void Half_of_the_settings_is_refused_by_name(string key, params string[] settings)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read(settings));

        Assert.StartsWith(key, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_webhook_address_is_built_from_the_public_one()
    {
        var options = Read($"Telegram:BotToken={Token}", "Telegram:Mode=webhook", "Telegram:WebhookSecret=x", "Bot:PublicBaseUrl=https://bot.example/pus/");

        Assert.Equal("https://bot.example/pus/telegram/webhook", options!.WebhookUrl);
    }

    private static TelegramOptions? Read(params string[] settings) => TelegramOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build());
}
