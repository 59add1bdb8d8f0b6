using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Puskesos.Tests.Fakes;

/// <summary>What the Bot API's methods do and refuse.</summary>
internal sealed partial class FakeTelegramMethods(FakeTelegram fake)
{
    private const int LongestText = 4096;
    private const int LongestTap = 64;
    private const int LargestFile = 20_971_520;

    private int messageId = 1000;

    public async Task<TelegramRefusal> RunAsync(string method, JsonObject parameters, CancellationToken cancellationToken) => method.ToLowerInvariant() switch
    {
        "getme" => Ok(Me()),
        "getupdates" => await GetUpdatesAsync(parameters, cancellationToken),
        "sendmessage" => SendMessage(parameters),
        "sendchataction" or "setmycommands" => Ok(true),
        "answercallbackquery" => AnswerTap(parameters),
        "setwebhook" => SetWebhook(parameters),
        "deletewebhook" => DeleteWebhook(parameters),
        "getwebhookinfo" => Ok(WebhookInfo()),
        "getfile" => GetFile(parameters),
        _ => TelegramRefusal.Error(404, "Not Found"),
    };

    private static TelegramRefusal Ok(JsonNode result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    private static TelegramRefusal Bad(string description) => TelegramRefusal.Error(400, $"Bad Request: {description}");

    private static JsonObject Me() => new()
    {
        ["id"] = 7654321,
        ["is_bot"] = true,
        ["first_name"] = "Puskesos Coba",
        ["username"] = "puskesos_coba_bot",
        ["can_join_groups"] = true,
        ["can_read_all_group_messages"] = false,
        ["supports_inline_queries"] = false,
        ["can_connect_to_business"] = false,
        ["has_main_web_app"] = false,
    };

    private async Task<TelegramRefusal> GetUpdatesAsync(JsonObject parameters, CancellationToken cancellationToken)
    {
        if (fake.Webhook.Url != "")
            return TelegramRefusal.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        var updates = await fake.Updates.TakeAsync(Number(parameters, "offset") ?? 0, Number(parameters, "limit") ?? 100, TimeSpan.FromSeconds(Number(parameters, "timeout") ?? 0), cancellationToken);
        return updates is null
            ? TelegramRefusal.Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
            : Ok(new JsonArray([.. updates]));
    }

    private TelegramRefusal SendMessage(JsonObject parameters)
    {
        if (!long.TryParse(parameters["chat_id"]?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) || chat == 0) return Bad("chat not found");
        if (fake.Moved.TryGetValue(chat, out var moved))
            return TelegramRefusal.Error(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved });
        if (fake.Blocked.ContainsKey(chat)) return TelegramRefusal.Blocked;
        var text = (string?)parameters["text"] ?? "";
        if (string.Equals((string?)parameters["parse_mode"], "HTML", StringComparison.OrdinalIgnoreCase))
        {
            if (PlainOfHtml(text) is not { } plain) return Bad("can't parse entities: Unsupported start tag at byte offset 0");
            text = plain;
        }

        if (string.IsNullOrWhiteSpace(text)) return Bad("message text is empty");
        if (text.Length > LongestText) return Bad("message is too long");
        if (KeyboardProblem(parameters["reply_markup"], chat) is { } problem) return Bad(problem);
        fake.Messages.Enqueue(new TelegramCall("sendMessage", parameters));
        return Ok(new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref messageId),
            ["from"] = Me(),
            ["date"] = 1794450000,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = chat > 0 ? "private" : "group", ["first_name"] = "Wati" },
            ["text"] = text,
        });
    }

    private static string? KeyboardProblem(JsonNode? markup, long chat)
    {
        var taps = (markup?["inline_keyboard"] as JsonArray)?.SelectMany(row => row!.AsArray()).Select(button => (string?)button!["callback_data"]).OfType<string>() ?? [];
        if (taps.Any(data => Encoding.UTF8.GetByteCount(data) is 0 or > LongestTap)) return "BUTTON_DATA_INVALID";
        var buttons = (markup?["keyboard"] as JsonArray)?.SelectMany(row => row!.AsArray()).OfType<JsonObject>().ToList() ?? [];
        if (buttons.Any(button => string.IsNullOrEmpty((string?)button["text"]))) return "reply keyboard button text must be non-empty";
        return chat < 0 && buttons.Any(button => button.ContainsKey("request_contact") || button.ContainsKey("request_location")) ? "phone number can be requested in private chats only" : null;
    }

    private static TelegramRefusal AnswerTap(JsonObject parameters) =>
        string.IsNullOrEmpty(parameters["callback_query_id"]?.ToString())
            ? Bad("query is too old and response timeout expired or query ID is invalid")
            : Ok(true);

    private TelegramRefusal SetWebhook(JsonObject parameters)
    {
        var url = (string?)parameters["url"] ?? "";
        if (parameters["secret_token"] is { } secret && !SecretShape().IsMatch(secret.ToString())) return Bad("secret token contains unallowed characters");
        if (url != "" && !Uri.TryCreate(url, UriKind.Absolute, out _)) return Bad("bad webhook: invalid webhook URL specified");
        NoteDropping(parameters);
        fake.Webhook.Set(url, parameters["secret_token"]?.ToString(), parameters["allowed_updates"]);
        return Ok(true);
    }

    private TelegramRefusal DeleteWebhook(JsonObject parameters)
    {
        NoteDropping(parameters);
        fake.Webhook.Set("", null, null);
        return Ok(true);
    }

    private void NoteDropping(JsonObject parameters)
    {
        if (parameters["drop_pending_updates"]?.ToString() is not "true") return;
        fake.Webhook.DroppedPending = true;
        foreach (var id in fake.Updates.Waiting) fake.Updates.Remove(id);
    }

    private JsonObject WebhookInfo()
    {
        var info = new JsonObject { ["url"] = fake.Webhook.Url, ["has_custom_certificate"] = false, ["pending_update_count"] = fake.Updates.Waiting.Length };
        if (fake.Webhook.AllowedUpdates is { } allowed) info["allowed_updates"] = allowed.DeepClone();
        if (fake.Webhook.LastError is not { } error) return info;
        info["last_error_date"] = 1794450000;
        info["last_error_message"] = error;
        return info;
    }

    private TelegramRefusal GetFile(JsonObject parameters)
    {
        var id = parameters["file_id"]?.ToString() ?? "";
        if (!fake.Files.TryGetValue(id, out var file)) return Bad("wrong file_id or the file is temporarily unavailable");
        if (file.Content.Length > LargestFile) return Bad("file is too big");
        return Ok(new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u" + id, ["file_size"] = file.Content.Length, ["file_path"] = file.Path });
    }

    private static int? Number(JsonObject parameters, string name) =>
        int.TryParse(parameters[name]?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text without its marks, or null when they are not well formed: unknown or unclosed tags, a bare ampersand or bracket.</summary>
    private static string? PlainOfHtml(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            if (tag.Groups[1].Value == "") open.Push(tag.Groups[2].Value);
            else if (!open.TryPop(out var last) || last != tag.Groups[2].Value) return null;
        }

        var rest = Tag().Replace(html, "");
        return open.Count > 0 || rest.Contains('<', StringComparison.Ordinal) || BareAmpersand().IsMatch(rest) ? null : WebUtility.HtmlDecode(rest);
    }

    [GeneratedRegex("<(/?)(b|strong|i|em|u|s|code|pre)>")]
    private static partial Regex Tag();

    [GeneratedRegex("&(?!(?:lt|gt|amp|quot|#[0-9]+);)")]
    private static partial Regex BareAmpersand();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex SecretShape();
}
