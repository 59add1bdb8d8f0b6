using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat.Intake;

/// <summary>Reads the chat's form. Files go straight into the sealed staging area: no plain byte of them touches the disk.</summary>
public sealed class ChatPostReader(StagingArea staging)
{
    private const int MostFields = 32;
    private const int LongestBoundary = 100;

    /// <summary>Reads the form; with a problem nothing is left behind.</summary>
    public async Task<(ChatPost? Post, PostProblem Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        SuitSlowPhones(request.HttpContext);
        var uploads = new ChatUploads(staging);
        try
        {
            var fields = await ReadFieldsAsync(request, uploads, cancellationToken);
            return (fields is null ? null : ToPost(fields, uploads), fields is null ? PostProblem.NotReadable : PostProblem.None);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException refused)
        {
            uploads.Forget();
            return (null, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? PostProblem.BodyTooBig : PostProblem.NotReadable);
        }
        catch (TextTooLongException)
        {
            uploads.Forget();
            return (null, PostProblem.TextTooLong);
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException || (broken is IOException && !cancellationToken.IsCancellationRequested))
        {
            uploads.Forget();
            return (null, PostProblem.NotReadable);
        }
        catch
        {
            uploads.Forget();
            throw;
        }
    }

    /// <summary>Removes the files of a post that was not stored.</summary>
    public void Forget(ChatPost post)
    {
        foreach (var file in post.Files) staging.Delete(file.RemoteId);
    }

    private static void SuitSlowPhones(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = WebChatLimits.LargestBody;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = new MinDataRate(WebChatLimits.SlowestUpload, WebChatLimits.UploadGrace);
    }

    private static async Task<Dictionary<string, string>?> ReadFieldsAsync(HttpRequest request, ChatUploads uploads, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return null;
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return await ReadPlainAsync(request, cancellationToken);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || boundary.Length is 0 or > LongestBoundary) return null;
        return await ReadMultipartAsync(new MultipartReader(boundary, request.Body), uploads, cancellationToken);
    }

    private static async Task<Dictionary<string, string>> ReadPlainAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > WebChatLimits.LargestPlainForm) throw new TextTooLongException();
        using var reader = new FormReader(request.Body, Encoding.UTF8) { ValueCountLimit = MostFields, ValueLengthLimit = (int)WebChatLimits.LargestPlainForm };
        var form = await reader.ReadFormAsync(cancellationToken);
        return form.ToDictionary(field => field.Key, field => Checked(field.Value.ToString()));
    }

    private static async Task<Dictionary<string, string>> ReadMultipartAsync(MultipartReader reader, ChatUploads uploads, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about)) continue;
            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            if (about.IsFileDisposition() && name == "files") await uploads.TakeAsync(section, about, cancellationToken);
            else if (about.IsFormDisposition() && fields.Count < MostFields) fields[name] = await ReadTextAsync(section.Body, cancellationToken);
        }

        return fields;
    }

    private static async Task<string> ReadTextAsync(Stream body, CancellationToken cancellationToken)
    {
        // UTF-8 has at most three bytes for one UTF-16 unit.
        var bytes = new byte[(WebChatLimits.LongestText * 3) + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == bytes.Length) throw new TextTooLongException();
        return Checked(Encoding.UTF8.GetString(bytes.AsSpan(0, length)));
    }

    private static string Checked(string text) => text.Length <= WebChatLimits.LongestText ? text : throw new TextTooLongException();

    private static ChatPost ToPost(Dictionary<string, string> fields, ChatUploads uploads) => new()
    {
        Text = Cleaned(fields.GetValueOrDefault("text")),
        Choice = Cleaned(fields.GetValueOrDefault("choice")) is { Length: <= LongestChoice } choice ? choice : "",
        Prompt = long.TryParse(fields.GetValueOrDefault("prompt"), NumberStyles.None, CultureInfo.InvariantCulture, out var prompt) ? prompt : null,
        Location = Point(fields.GetValueOrDefault("latitude"), fields.GetValueOrDefault("longitude")),
        Files = uploads.Files,
        LeftFilesOut = uploads.LeftOut,
        Token = fields.GetValueOrDefault("token") is { Length: >= 16 and <= 64 } token && token.All(char.IsAsciiLetterOrDigit) ? token : null,
    };

    /// <summary>Line ends as everywhere else; no control characters.</summary>
    private static string Cleaned(string? text) =>
        new((text ?? "").ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter)).ToArray().AsSpan().Trim());

    private static GeoPoint? Point(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north) && Math.Abs(north) <= 90
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east) && Math.Abs(east) <= 180
            ? new GeoPoint(north, east) : null;

    /// <summary>Telegram's callback_data has at most 64 bytes, and so have ours.</summary>
    private const int LongestChoice = 64;

    private sealed class TextTooLongException : Exception;
}
