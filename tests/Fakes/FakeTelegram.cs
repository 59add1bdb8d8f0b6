using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Puskesos.Tests.Fakes;

/// <summary>One call that a bot made.</summary>
public sealed record TelegramCall(string Method, JsonObject Parameters)
{
    public string Text => (string?)Parameters["text"] ?? "";

    public long Chat => long.Parse(Parameters["chat_id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An answer that the test asks for instead of the real one.</summary>
public sealed record TelegramRefusal(int Status, string Body, string ContentType = "application/json")
{
    public static TelegramRefusal Error(int code, string description, JsonObject? parameters = null)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters is not null) body["parameters"] = parameters.DeepClone();
        return new TelegramRefusal(code, body.ToJsonString());
    }

    public static TelegramRefusal TooMany(int seconds) => Error(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static TelegramRefusal Blocked { get; } = Error(403, "Forbidden: bot was blocked by the user");

    public static TelegramRefusal Html { get; } = new(502, "<html><head><title>502 Bad Gateway</title></head></html>", "text/html");

    /// <summary>The call is carried out, but the line breaks before the answer.</summary>
    public static TelegramRefusal LostAnswer { get; } = new(0, "");
}

/// <summary>
/// The Bot API on loopback, over real HTTP: getUpdates with true offsets and long polls, webhooks with secret and repeats, limits
/// and refusals on demand. Written from the public documentation and judged by clients that others wrote (peers/README.md).
/// </summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    public const string Token = "7654321:AAFakeTokenForTestsOnly_0123456789";

    private readonly WebApplication app;
    private readonly FakeTelegramMethods methods;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TelegramRefusal?>> refusals = new();

    private FakeTelegram(WebApplication app)
    {
        this.app = app;
        Webhook = new FakeTelegramWebhook(Updates);
        methods = new FakeTelegramMethods(this);
    }

    public string Url { get; private set; } = "";

    public FakeTelegramUpdates Updates { get; } = new();

    public FakeTelegramWebhook Webhook { get; }

    public ConcurrentQueue<TelegramCall> Calls { get; } = new();

    /// <summary>Files by file_id: their path at the server and their bytes.</summary>
    public ConcurrentDictionary<string, (string Path, byte[] Content)> Files { get; } = new();

    /// <summary>Chats that answer 403.</summary>
    public ConcurrentDictionary<long, byte> Blocked { get; } = new();

    /// <summary>Groups that became supergroups.</summary>
    public ConcurrentDictionary<long, long> Moved { get; } = new();

    /// <summary>What arrived in chats, in order.</summary>
    public ConcurrentQueue<TelegramCall> Messages { get; } = new();

    public static async Task<FakeTelegram> StartAsync(int port = 0)
    {
        var app = LoopbackHost.Builder(port).Build();
        var fake = new FakeTelegram(app);
        app.Map("/bot{token}/{method}", fake.AnswerAsync);
        app.MapGet("/file/bot{token}/{**path}", fake.DownloadAsync);
        fake.Url = await LoopbackHost.StartAsync(app);
        return fake;
    }

    /// <summary>The next calls of this method get these answers.</summary>
    public void Refuse(string method, params TelegramRefusal[] answers)
    {
        var queue = refusals.GetOrAdd(method, _ => new());
        foreach (var answer in answers) queue.Enqueue(answer);
    }

    /// <summary>So many calls of this method are carried out before the next one gets this answer.</summary>
    public void RefuseAfter(string method, int calls, TelegramRefusal answer)
    {
        var queue = refusals.GetOrAdd(method, _ => new());
        for (var call = 0; call < calls; call++) queue.Enqueue(null);
        queue.Enqueue(answer);
    }

    /// <summary>A person writes to the bot.</summary>
    public int Say(long chat, string text) => Updates.Add(id => new JsonObject
    {
        ["update_id"] = id,
        ["message"] = new JsonObject
        {
            ["message_id"] = id,
            ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "Wati" },
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "Wati" },
            ["date"] = 1794450000,
            ["text"] = text,
        },
    });

    public async ValueTask DisposeAsync()
    {
        await Webhook.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, string token, string method)
    {
        var parameters = await FakeTelegramParameters.ReadAsync(context.Request);
        Calls.Enqueue(new TelegramCall(method, parameters));
        var refusal = refusals.TryGetValue(method, out var queue) && queue.TryDequeue(out var next) ? next : null;
        if (refusal is { Status: not 0 })
        {
            await WriteAsync(context, refusal);
            return;
        }

        var answer = token == Token ? await methods.RunAsync(method, parameters, context.RequestAborted) : TelegramRefusal.Error(401, "Unauthorized");
        if (refusal is not null) context.Abort();
        else await WriteAsync(context, answer);
    }

    private static async Task WriteAsync(HttpContext context, TelegramRefusal answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.Status == (int)HttpStatusCode.TooManyRequests)
            context.Response.Headers.RetryAfter = JsonNode.Parse(answer.Body)?["parameters"]?["retry_after"]?.ToString();
        await context.Response.WriteAsync(answer.Body);
    }

    private async Task DownloadAsync(HttpContext context, string token, string path)
    {
        var file = Files.Values.FirstOrDefault(found => found.Path == path);
        if (token != Token || file.Content is null)
        {
            await WriteAsync(context, TelegramRefusal.Error(404, "Not Found"));
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Content);
    }
}

/// <summary>Reads parameters as the Bot API does: from the query, from a form, from multipart or from JSON.</summary>
internal static class FakeTelegramParameters
{
    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        var parameters = new JsonObject();
        foreach (var (name, value) in request.Query) parameters[name] = Value(value.ToString());
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var (name, value) in form) parameters[name] = Value(value.ToString());
            foreach (var file in form.Files) parameters[file.Name] = $"attach://{file.FileName}";
        }
        else if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            using var reader = new StreamReader(request.Body);
            if (await reader.ReadToEndAsync() is { Length: > 0 } text && JsonNode.Parse(text) is JsonObject body)
                foreach (var (name, value) in body) parameters[name] = value?.DeepClone();
        }

        return parameters;
    }

    private static JsonNode? Value(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '[' or '-' or (>= '0' and <= '9') or 't' or 'f')) return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
