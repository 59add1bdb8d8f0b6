using System.Text;
using System.Text.Json;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Requests;

/// <summary>A call made of named values; unset ones are left out. JSON, or multipart as soon as bytes are among them.</summary>
internal sealed class Call<TResponse>(string methodName) : IRequest<TResponse>
{
    private readonly Dictionary<string, object> values = [];

    public HttpMethod HttpMethod => HttpMethod.Post;

    public string MethodName { get; } = methodName;

    public bool IsWebhookResponse { get; set; }

    public Call<TResponse> With(string name, object? value)
    {
        if (value is not (null or false or ParseMode.None))
            values[name] = value;
        return this;
    }

    public HttpContent? ToHttpContent()
    {
        if (values.Count == 0)
            return null;
        if (values.Values.Any(value => value is InputFileStream))
            return Multipart();
        return new StringContent(JsonSerializer.Serialize(values, JsonBotAPI.Options), Encoding.UTF8, "application/json");
    }

    private MultipartFormDataContent Multipart()
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            if (value is InputFileStream file)
                parts.Add(FilePart(name, file));
            else if (value is string text)
                parts.Add(new StringContent(text), name);
            else
                parts.Add(new StringContent(AsField(value)), name);
        }

        return parts;
    }

    private static string AsField(object value)
    {
        var json = JsonSerializer.Serialize(value, value.GetType(), JsonBotAPI.Options);
        return json[0] == '"' ? JsonSerializer.Deserialize<string>(json)! : json;
    }

    private static StreamContent FilePart(string name, InputFileStream file)
    {
        if (file.Content.CanSeek)
            file.Content.Position = 0;
        var part = new StreamContent(file.Content);
        part.Headers.ContentType = new("application/octet-stream");
        var fileName = (file.FileName ?? name).Replace("\"", "", StringComparison.Ordinal).ReplaceLineEndings("");

        // The Bot API reads the file name as raw UTF-8; headers are written byte by byte as Latin-1.
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(fileName));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{bytes}\"");
        return part;
    }
}
