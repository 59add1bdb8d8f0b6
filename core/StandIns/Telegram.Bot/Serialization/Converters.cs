using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Serialization;

/// <summary>Seconds since 1970 as UTC; 0 means "not known" and is the default date.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTime>
{
    // An older server or test double may send milliseconds: beyond this many seconds (year 5138) they are taken for such.
    private const long LargestSeconds = 100_000_000_000;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var number = reader.GetInt64();
        return number == 0 ? default : number > LargestSeconds ? DateTime.UnixEpoch.AddMilliseconds(number) : DateTime.UnixEpoch.AddSeconds(number);
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == default ? 0 : (long)(value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);
}

/// <summary>Names in snake case; a name that is newer than the list becomes the default value. ParseMode keeps its own spelling.</summary>
internal sealed class SnakeCaseEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(One<>).MakeGenericType(typeToConvert))!;

    private sealed class One<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        private static readonly Dictionary<string, TEnum> ByName = Enum.GetValues<TEnum>().ToDictionary(NameOf, StringComparer.Ordinal);

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ByName.GetValueOrDefault(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

        private static string NameOf(TEnum value) =>
            typeof(TEnum) == typeof(ParseMode) ? value.ToString() : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }
}

internal sealed class ChatIdConverter : JsonConverter<ChatId>
{
    public override ChatId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new ChatId(reader.GetInt64()) : new ChatId(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ChatId value, JsonSerializerOptions options)
    {
        if (value.Identifier is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value.Username);
    }
}

/// <summary>A file that needs no upload is a plain string; bytes travel beside the JSON and are named attach://….</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputFile.FromString(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
    {
        InputFileId file => file.Id,
        InputFileUrl file => file.Url.AbsoluteUri,
        _ => throw new JsonException("A stream is sent as a part of a multipart request."),
    });
}

internal sealed class ChatMemberConverter : JsonConverter<ChatMember>
{
    public override ChatMember? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetProperty("status").GetString() switch
        {
            "creator" => document.Deserialize<ChatMemberOwner>(options),
            "administrator" => document.Deserialize<ChatMemberAdministrator>(options),
            "member" => document.Deserialize<ChatMemberMember>(options),
            "restricted" => document.Deserialize<ChatMemberRestricted>(options),
            "left" => document.Deserialize<ChatMemberLeft>(options),
            "kicked" => document.Deserialize<ChatMemberBanned>(options),
            _ => throw new JsonException("Unknown status of a chat member."),
        };
    }

    public override void Write(Utf8JsonWriter writer, ChatMember value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}

/// <summary>Writes a keyboard by its own type, not by the declared base.</summary>
internal sealed class ReplyMarkupConverter : JsonConverter<ReplyMarkup>
{
    public override ReplyMarkup Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The Bot API sends inline keyboards only.");

    public override void Write(Utf8JsonWriter writer, ReplyMarkup value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
