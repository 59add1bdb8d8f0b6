using System.Text.Json;
using System.Text.Json.Serialization;
using Twilio.Clients;
using Twilio.Http;

namespace Twilio.Base;

/// <summary>A thing of the API.</summary>
public abstract class Resource
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new Rfc2822Converter(), new Types.PhoneNumberConverter(), new Types.StringEnumConverterFactory() },
    };

    internal static ITwilioRestClient Client(ITwilioRestClient? given) =>
        given ?? throw new Exceptions.TwilioException("Pass a client: there is no global one here.");

    internal static string Address(ITwilioRestClient client, string pathAndQuery)
    {
        var edge = (client as TwilioRestClient)?.Edge;
        var region = client.Region ?? (edge is null ? null : "us1");
        var host = string.Join('.', new[] { "https://api", edge, region, "twilio.com" }.Where(part => !string.IsNullOrEmpty(part)));
        return host + pathAndQuery;
    }

    internal static string Escape(string sid) => Uri.EscapeDataString(sid);

    internal static async Task<T> SendAsync<T>(ITwilioRestClient client, Request request) =>
        Parse<T>((await client.RequestAsync(request).ConfigureAwait(false)).Content);

    internal static T Parse<T>(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content, Json) ?? throw new Exceptions.ApiException("The answer is empty.");
        }
        catch (JsonException)
        {
            throw new Exceptions.ApiException("The answer is not the API's.");
        }
    }
}

/// <summary>Which part of a list is asked for.</summary>
public abstract class ReadOptions<T>
    where T : Resource
{
    /// <summary>Rows per page, up to 1000.</summary>
    public int? PageSize { get; set; }

    /// <summary>The most rows in all pages together.</summary>
    public long? Limit { get; set; }
}

/// <summary>Times of the API: Thu, 24 Aug 2023 05:01:45 +0000.</summary>
internal sealed class Rfc2822Converter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateTimeOffset.TryParse(reader.GetString(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime
            : null;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
}
