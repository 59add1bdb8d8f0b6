using Microsoft.Extensions.Configuration;
using Puskesos.Bot.WhatsApp;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class WhatsAppOptionsTests
{
    private static readonly string[] Full =
    [
        "Twilio:AccountSid=AC0123", "Twilio:AuthToken=rahasia-sekali", "Twilio:WhatsAppNumber=whatsapp:+622150000777", "Twilio:PublicBaseUrl=https://bot.example/",
    ];

    [Theory]
    [InlineData]
    [InlineData("Twilio:ApiBaseUrl=https://api.twilio.com", "Twilio:AuthToken=", "Twilio:Templates:News_Waiting=")]
    public void Without_any_key_the_channel_is_off(params string[] settings) => Assert.Null(Read(settings));

    [Fact]
    public void All_keys_switch_it_on()
    {
        var options = Read([.. Full, "Twilio:Templates:News_Waiting=HX1", "Twilio:Templates:CaseDone_ToResident="]);

        Assert.Equal(["News_Waiting"], options!.Templates.Keys);
        Assert.Equal("https://bot.example/whatsapp/status?outbox=7", WhatsAppStatusWebhook.CallbackFor(options, 7, 1, 1).AbsoluteUri);
        Assert.Equal("https://bot.example/whatsapp/status?outbox=7&part=2&parts=3", WhatsAppStatusWebhook.CallbackFor(options, 7, 2, 3).AbsoluteUri);
    }

    [Theory]
    [InlineData("Twilio:AccountSid")]
    [InlineData("Twilio:AuthToken")]
    [InlineData("Twilio:WhatsAppNumber")]
    [InlineData("Twilio:PublicBaseUrl")]
    public void A_missing_key_is_refused_by_name(string key)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read([.. Full.Where(setting => !setting.StartsWith(key + "=", StringComparison.Ordinal))]));

        Assert.StartsWith($"{key} ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Twilio:WhatsAppNumber=+622150000777", "Twilio:WhatsAppNumber")]
    [InlineData("Twilio:PublicBaseUrl=bot.example", "Twilio:PublicBaseUrl")]
    [InlineData("Twilio:ApiBaseUrl=ftp://x", "Twilio:ApiBaseUrl")]
    [InlineData("Twilio:AccountSid=AC/../x", "Twilio:AccountSid")]
    [InlineData("Twilio:Templates:News_Waiting=MG1", "Twilio:Templates:News_Waiting")]
    public void A_wrong_value_is_refused_by_name(string setting, string key)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read([.. Full, setting]));

        Assert.StartsWith($"{key} ", refusal.Message, StringComparison.Ordinal);
    }

    private static WhatsAppOptions? Read(params string[] settings) => WhatsAppOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(pairs => pairs.Key, pairs => (string?)pairs.Last()[1])).Build());
}
