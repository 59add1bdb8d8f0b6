using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Puskesos.Tests.Fakes;

/// <summary>The paths of Twilio's REST API that deal with messages.</summary>
internal sealed partial class FakeTwilioApi(FakeTwilio twilio)
{
    private const string Root = "/2010-04-01/Accounts/{account}/Messages";
    private const int LongestBody = 1600;
    private const int DefaultPage = 50;
    private const int LargestPage = 1000;

    public void Map(WebApplication app)
    {
        app.MapPost(Root + ".json", CreateAsync);
        app.MapGet(Root + ".json", ListAsync);
        app.MapGet(Root + "/{sid}.json", FetchAsync);
        app.MapGet(Root + "/{sid}/Media.json", ListMediaAsync);
        app.MapGet(Root + "/{sid}/Media/{media}", RedirectToFileAsync);
        app.MapDelete(Root + "/{sid}/Media/{media}.json", DeleteMediaAsync);
        app.MapGet("/store/{media}", StoreAsync);
    }

    private async Task CreateAsync(HttpContext context)
    {
        if (!await IsAllowedAsync(context)) return;
        if (twilio.Refusals.TryDequeue(out var refusal))
        {
            await RefuseAsync(context, refusal);
            return;
        }

        var form = await context.Request.ReadFormAsync();
        var values = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        if (values.TryGetValue("To", out var busy) && twilio.BusyFor.ContainsKey(busy))
        {
            await RefuseAsync(context, new(429, 20429, "Too Many Requests", RetryAfter: 2));
            return;
        }

        if (Problem(values) is { } problem)
        {
            await RefuseAsync(context, problem);
            return;
        }

        var body = values.GetValueOrDefault("Body") ?? $"[{values["ContentSid"]}] {values.GetValueOrDefault("ContentVariables")}";
        var message = new TwilioMessage(twilio.NewSid("SM"), "outbound-api", values["From"], values["To"], body, twilio.Now) { Parameters = values, Status = "queued" };
        twilio.Messages.Enqueue(message);
        if (twilio.LosesAnswers) context.Abort();
        else await WriteAsync(context, 201, Shown(message));
        if (values.ContainsKey("Body") && twilio.ClosedWindows.ContainsKey(message.To)) twilio.ReportLater(message, "failed", 63016);
    }

    private static TwilioRefusal? Problem(Dictionary<string, string> values)
    {
        string? Of(string name) => values.GetValueOrDefault(name);
        if (!Address().IsMatch(Of("To") ?? "")) return new(400, 21211, $"The 'To' number {Of("To")} is not a valid phone number.");
        if (Of("From") != FakeTwilio.Number) return new(400, 63007, "Twilio could not find a Channel with the specified From address");
        if (Of("Body") is null && Of("ContentSid") is null && Of("MediaUrl") is null) return new(400, 21602, "Message body is required.");
        if (Of("Body")?.Length > LongestBody) return new(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
        if (Of("ContentSid") is { } content && !ContentShape().IsMatch(content)) return new(400, 21655, "The ContentSid is invalid.");
        return Of("StatusCallback") is { } callback && !Uri.TryCreate(callback, UriKind.Absolute, out _) ? new(400, 21609, "Invalid StatusCallback URL") : null;
    }

    private async Task ListAsync(HttpContext context)
    {
        if (!await IsAllowedAsync(context)) return;
        var query = context.Request.Query;
        int NumberOf(string name, int otherwise) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
        var (size, page) = (NumberOf("PageSize", DefaultPage), NumberOf("Page", 0));
        if (size is < 1 or > LargestPage)
        {
            await RefuseAsync(context, new(400, 20006, "Page size must be between 1 and 1000"));
            return;
        }

        var found = twilio.Messages.Where(message => Fits(message, query)).OrderByDescending(message => message.At).ThenByDescending(message => message.Sid, StringComparer.Ordinal).ToList();
        var shown = found.Skip(page * size).Take(size).ToList();
        var filters = string.Join('&', query.Where(field => field.Key is not ("Page" or "PageSize" or "PageToken")).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToString())}"));
        string? next = (page + 1) * size < found.Count ? $"{context.Request.Path}?{filters}&PageSize={size}&Page={page + 1}&PageToken=PA{shown[^1].Sid}" : null;
        await WriteAsync(context, 200, new JsonObject
        {
            ["first_page_uri"] = $"{context.Request.Path}?{filters}&PageSize={size}&Page=0",
            ["end"] = page * size + Math.Max(0, shown.Count - 1),
            ["previous_page_uri"] = null,
            ["messages"] = new JsonArray([.. shown.Select(Shown)]),
            ["uri"] = $"{context.Request.Path}?Page={page}",
            ["page_size"] = size,
            ["start"] = page * size,
            ["next_page_uri"] = next,
            ["page"] = page,
        });
    }

    private static bool Fits(TwilioMessage message, IQueryCollection query)
    {
        DateTimeOffset? Day(string name) => DateTimeOffset.TryParse(query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day.UtcDateTime.Date : null;
        return (!query.ContainsKey("To") || message.To == query["To"]) && (!query.ContainsKey("From") || message.From == query["From"]) &&
            (Day("DateSent>") is not { } after || message.At >= after) && (Day("DateSent<") is not { } before || message.At < before.AddDays(1));
    }

    private async Task FetchAsync(HttpContext context, string sid)
    {
        if (!await IsAllowedAsync(context)) return;
        if (twilio.Messages.FirstOrDefault(message => message.Sid == sid) is { } found) await WriteAsync(context, 200, Shown(found));
        else await RefuseAsync(context, new(404, 20404, "The requested resource was not found"));
    }

    private async Task ListMediaAsync(HttpContext context, string sid)
    {
        if (!await IsAllowedAsync(context)) return;
        var media = twilio.Messages.FirstOrDefault(message => message.Sid == sid)?.Media ?? [];
        var rows = media.Select(file => new JsonObject
        {
            ["account_sid"] = FakeTwilio.AccountSid,
            ["content_type"] = file.ContentType,
            ["parent_sid"] = sid,
            ["sid"] = file.Sid,
            ["date_created"] = Rfc2822(twilio.Now),
            ["date_updated"] = Rfc2822(twilio.Now),
            ["uri"] = $"/2010-04-01/Accounts/{FakeTwilio.AccountSid}/Messages/{sid}/Media/{file.Sid}.json",
        });
        await WriteAsync(context, 200, new JsonObject
        {
            ["end"] = 0,
            ["first_page_uri"] = "",
            ["media_list"] = new JsonArray([.. rows]),
            ["next_page_uri"] = null,
            ["page"] = 0,
            ["page_size"] = DefaultPage,
            ["previous_page_uri"] = null,
            ["start"] = 0,
            ["uri"] = "",
        });
    }

    private async Task RedirectToFileAsync(HttpContext context, string media)
    {
        if (!await IsAllowedAsync(context)) return;
        if (twilio.MissingAtFirst.AddOrUpdate(media, -1, (_, left) => Math.Max(-1, left - 1)) >= 0)
        {
            await RefuseAsync(context, new(404, 20404, "The requested resource was not found"));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = twilio.RedirectsTo ?? $"{twilio.Url}/store/{media}?X-Amz-Signature=abc";
    }

    private async Task DeleteMediaAsync(HttpContext context, string sid, string media)
    {
        if (!await IsAllowedAsync(context)) return;
        if (twilio.Refusals.TryDequeue(out var refusal))
        {
            await RefuseAsync(context, refusal);
            return;
        }

        var isKnown = twilio.Messages.Any(message => message.Sid == sid && message.Media.Any(file => file.Sid == media)) && !twilio.DeletedMedia.Contains(media);
        if (isKnown) twilio.DeletedMedia.Enqueue(media);
        context.Response.StatusCode = isKnown ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
    }

    private async Task StoreAsync(HttpContext context, string media)
    {
        var credentials = context.Request.Headers.Authorization.ToString();
        if (credentials != "") twilio.LeakedCredentials.Enqueue(credentials);
        var file = twilio.Messages.SelectMany(message => message.Media).FirstOrDefault(found => found.Sid == media && !twilio.DeletedMedia.Contains(media));
        context.Response.StatusCode = credentials != "" ? StatusCodes.Status400BadRequest : file.Content is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        if (context.Response.StatusCode != StatusCodes.Status200OK) return;
        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Content);
    }

    private static async Task<bool> IsAllowedAsync(HttpContext context)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{FakeTwilio.AccountSid}:{FakeTwilio.AuthToken}"));
        var account = (string?)context.Request.RouteValues["account"];
        if (account == FakeTwilio.AccountSid && context.Request.Headers.Authorization == expected) return true;
        await RefuseAsync(context, new(401, 20003, "Authenticate"));
        return false;
    }

    private static JsonObject Shown(TwilioMessage message) => new()
    {
        ["account_sid"] = FakeTwilio.AccountSid,
        ["api_version"] = "2010-04-01",
        ["body"] = message.Body,
        ["date_created"] = Rfc2822(message.At),
        ["date_sent"] = Rfc2822(message.At),
        ["date_updated"] = Rfc2822(message.At),
        ["direction"] = message.Direction,
        ["error_code"] = message.ErrorCode,
        ["error_message"] = null,
        ["from"] = message.From,
        ["messaging_service_sid"] = null,
        ["num_media"] = message.Media.Count.ToString(CultureInfo.InvariantCulture),
        ["num_segments"] = "1",
        ["price"] = null,
        ["price_unit"] = null,
        ["sid"] = message.Sid,
        ["status"] = message.Status,
        ["to"] = message.To,
        ["uri"] = $"/2010-04-01/Accounts/{FakeTwilio.AccountSid}/Messages/{message.Sid}.json",
        ["subresource_uris"] = new JsonObject { ["media"] = $"/2010-04-01/Accounts/{FakeTwilio.AccountSid}/Messages/{message.Sid}/Media.json" },
    };

    private static string Rfc2822(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static Task RefuseAsync(HttpContext context, TwilioRefusal refusal)
    {
        if (refusal.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (refusal.Code == 0) return WriteTextAsync(context, refusal);
        return WriteAsync(context, refusal.Status, new JsonObject
        {
            ["code"] = refusal.Code,
            ["message"] = refusal.Message,
            ["more_info"] = $"https://www.twilio.com/docs/errors/{refusal.Code}",
            ["status"] = refusal.Status,
        });
    }

    private static Task WriteTextAsync(HttpContext context, TwilioRefusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(refusal.Message);
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    [GeneratedRegex(@"\Awhatsapp:(\+[1-9][0-9]{6,14}|[A-Z]{2}\.[0-9A-Za-z]{1,128})\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"\AHX[0-9a-fA-F]{32}\z")]
    private static partial Regex ContentShape();
}
