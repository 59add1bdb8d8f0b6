using System.Globalization;

namespace Puskesos.Tests.Bot.WebChat;

/// <summary>What a browser does with the chat's form.</summary>
public static class ChatSending
{
    /// <summary>Posts the fields of an anonymous object, as a form without files.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, object fields)
    {
        var values = fields.GetType().GetProperties().Select(field =>
            new KeyValuePair<string, string>(field.Name, Convert.ToString(field.GetValue(fields), CultureInfo.InvariantCulture)!));
        return await browser.PostAsync("/chat", new FormUrlEncodedContent(values));
    }

    /// <summary>Posts files with a caption, as a browser does.</summary>
    public static async Task<HttpResponseMessage> SendFilesAsync(this HttpClient browser, string text, params (string Name, string Type, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" } };
        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new(type);
            form.Add(part, "files", name);
        }

        return await browser.PostAsync("/chat", form);
    }
}
