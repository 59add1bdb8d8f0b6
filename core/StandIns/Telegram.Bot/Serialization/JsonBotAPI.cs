using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telegram.Bot;

/// <summary>How the Bot API writes JSON.</summary>
public static class JsonBotAPI
{
    /// <summary>Reads bodies of webhooks and of answers.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new Serialization.UnixTimeConverter());
        options.Converters.Add(new Serialization.SnakeCaseEnumConverter());
        options.Converters.Add(new Serialization.ChatIdConverter());
        options.Converters.Add(new Serialization.InputFileConverter());
        options.Converters.Add(new Serialization.ChatMemberConverter());
        options.Converters.Add(new Serialization.ReplyMarkupConverter());
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
