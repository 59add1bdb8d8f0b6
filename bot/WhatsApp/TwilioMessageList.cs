using System.Globalization;
using System.Text;
using System.Text.Json;
using Puskesos.Core.Messaging;
using Twilio.Exceptions;
using Twilio.Http;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Puskesos.Bot.WhatsApp;

/// <summary>One inbound message of Twilio's list.</summary>
internal sealed record TwilioMessageRow(string Sid, string From, string? Body, int MediaCount, DateTimeOffset CreatedAt, ReadOnlyMemory<byte> Raw);

/// <summary>Reads Twilio's list of messages through the library's client; its own lists fetch their next pages without async and drop the raw text.</summary>
internal sealed class TwilioMessageList(WhatsAppOptions options, TwilioConnection twilio, TimeProvider clock)
{
    /// <summary>The API's largest page.</summary>
    private const int PageSize = 1000;

    /// <summary>48 hours of the busiest number that we expect are a few pages; this ends a list that never ends.</summary>
    private const int MostPages = 100;

    private const string ApiPath = "/2010-04-01/";

    /// <summary>When this process began: older messages cannot be on their way to it.</summary>
    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    /// <summary>What people wrote to our number since then, newest first. Asked for by whole GMT days, as the parameter is documented.</summary>
    public async Task<List<TwilioMessageRow>> InboundSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = new List<TwilioMessageRow>();
        var day = since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string? next = string.Create(CultureInfo.InvariantCulture, $"{Messages}.json?To={Uri.EscapeDataString(options.WhatsAppNumber)}&DateSent%3E={day}&PageSize={PageSize}");
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            using var answer = await GetAsync(next, cancellationToken);
            var listed = answer.RootElement.GetProperty("messages").EnumerateArray().Select(Read).OfType<TwilioMessageRow>().ToList();
            rows.AddRange(listed.Where(row => row.CreatedAt >= since));

            // Relative, and only under the API's own path: the credentials stay there, whatever the answer says.
            next = Text(answer.RootElement, "next_page_uri") is { } uri && uri.StartsWith(ApiPath, StringComparison.Ordinal) ? uri : null;
        }

        return [.. rows.DistinctBy(row => row.Sid)];
    }

    /// <summary>The files of a message; none when Twilio has deleted them.</summary>
    public async Task<List<IncomingMedia>> MediaOfAsync(string messageSid, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await GetAsync($"{Messages}/{Uri.EscapeDataString(messageSid)}/Media.json", cancellationToken);
            return [.. answer.RootElement.GetProperty("media_list").EnumerateArray().Select(MediaOf).OfType<IncomingMedia>()];
        }
        catch (ApiException gone) when (gone.Status == 404)
        {
            return [];
        }
    }

    private string Messages => $"{ApiPath}Accounts/{options.AccountSid}/Messages";

    private async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await twilio.Client.RequestAsync(new Request(HttpMethod.Get, WhatsAppOptions.VendorUrl + path)).WaitAsync(cancellationToken);
        return JsonDocument.Parse(answer.Content);
    }

    private static TwilioMessageRow? Read(JsonElement row)
    {
        if (Text(row, "direction") != "inbound" || Text(row, "sid") is not { } sid || !WhatsAppFormReader.IsSid(sid) || Text(row, "from") is not { } from) return null;
        var created = Text(row, "date_created") ?? Text(row, "date_sent");
        if (!DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        _ = int.TryParse(Text(row, "num_media"), NumberStyles.None, CultureInfo.InvariantCulture, out var media);
        return new TwilioMessageRow(sid, from, Text(row, "body"), media, at, Encoding.UTF8.GetBytes(row.GetRawText()));
    }

    private static IncomingMedia? MediaOf(JsonElement row)
    {
        if (Text(row, "uri") is not { } uri) return null;
        var type = Text(row, "content_type");
        var address = WhatsAppOptions.VendorUrl + (uri.EndsWith(".json", StringComparison.Ordinal) ? uri[..^".json".Length] : uri);
        return new IncomingMedia(address, type, null, null, WhatsAppFormReader.KindOf(type));
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
