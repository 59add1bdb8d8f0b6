using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Puskesos.Benchmarks.Turns;

/// <summary>Stands where Telegram's Bot API stands: answers at once and tells the resident's loop when the bot has called.</summary>
public sealed class FakeBotApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> waiting = new();
    private long messages;
    private long files;

    private FakeBotApi(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    /// <summary>What every file that is asked for holds; each download differs in its last bytes, so that no two are the same file.</summary>
    public byte[] Photo { get; set; } = [];

    /// <summary>Calls of sendMessage so far.</summary>
    public long Sent => Interlocked.Read(ref messages);

    public static async Task<FakeBotApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new FakeBotApi(app);
        app.MapPost("/{bot}/{method}", api.AnswerAsync);
        app.MapGet("/file/{bot}/{**path}", api.FileAsync);
        await app.StartAsync(cancellationToken);
        api.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        return api;
    }

    /// <summary>The moment (Stopwatch ticks) of the next message to this chat; ask before posting what it answers.</summary>
    public Task<long> NextMessageAsync(long chat)
    {
        var next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[chat] = next;

        return next.Task;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string method)
    {
        var at = Stopwatch.GetTimestamp();
        var chat = await ChatAsync(context.Request);
        var isMessage = string.Equals(method, "sendMessage", StringComparison.OrdinalIgnoreCase);
        var id = isMessage ? Interlocked.Increment(ref messages) : Sent;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(method.ToLowerInvariant() switch
        {
            "sendmessage" => $$$"""{"ok":true,"result":{"message_id":{{{id}}},"date":1794000000,"chat":{"id":{{{chat}}},"type":"private"},"text":"ok"}}""",
            "getfile" => $$$"""{"ok":true,"result":{"file_id":"f","file_unique_id":"u","file_size":{{{Photo.Length}}},"file_path":"photos/file.jpg"}}""",
            "getme" => """{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}""",
            "getwebhookinfo" => """{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}""",
            _ => """{"ok":true,"result":true}""",
        });
        if (isMessage && waiting.TryRemove(chat, out var next)) next.TrySetResult(at);
    }

    private async Task FileAsync(HttpContext context)
    {
        context.Response.ContentType = "image/jpeg";
        await context.Response.Body.WriteAsync(Photo);
        await context.Response.Body.WriteAsync(BitConverter.GetBytes(Interlocked.Increment(ref files)));
    }

    private static async Task<long> ChatAsync(HttpRequest request)
    {
        if (request.HasFormContentType) return long.TryParse((await request.ReadFormAsync())["chat_id"], null, out var inForm) ? inForm : 0;
        if (request.ContentLength is null or 0) return 0;
        using var body = await JsonDocument.ParseAsync(request.Body);
        if (!body.RootElement.TryGetProperty("chat_id", out var chat)) return 0;

        return chat.ValueKind == JsonValueKind.Number ? chat.GetInt64() : long.Parse(chat.GetString()!, null);
    }
}
