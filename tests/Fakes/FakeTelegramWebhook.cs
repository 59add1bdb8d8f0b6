using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Puskesos.Tests.Fakes;

/// <summary>
/// Delivers updates to the bot's webhook as the Bot API does: one after the other per chat, taps in a queue of their own, each
/// repeated until a 2xx: at once, then after 2, 4, 8 … seconds, or as Retry-After says.
/// </summary>
public sealed class FakeTelegramWebhook : IAsyncDisposable
{
    private const int LongestWaitSeconds = 60;

    private readonly FakeTelegramUpdates updates;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Channel<JsonObject>> queues = new();
    private readonly ConcurrentBag<Task> running = [];

    public FakeTelegramWebhook(FakeTelegramUpdates updates)
    {
        this.updates = updates;
        updates.Added += Enqueue;
    }

    /// <summary>How long one of the Bot API's seconds lasts here.</summary>
    public TimeSpan Second { get; set; } = TimeSpan.FromMilliseconds(20);

    public string Url { get; private set; } = "";

    public string? Secret { get; private set; }

    public JsonNode? AllowedUpdates { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>True when a caller ever asked to throw waiting updates away.</summary>
    public bool DroppedPending { get; set; }

    /// <summary>Every answer of the bot, in order.</summary>
    public ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

    public void Set(string url, string? secret, JsonNode? allowedUpdates)
    {
        (Url, Secret, AllowedUpdates) = (url, secret, allowedUpdates?.DeepClone());
        if (url == "") return;
        foreach (var update in updates.All) Enqueue(update);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
        http.Dispose();
        stop.Dispose();
    }

    private void Enqueue(JsonObject update)
    {
        if (Url == "") return;
        var queue = queues.GetOrAdd(QueueOf(update), _ =>
        {
            var made = Channel.CreateUnbounded<JsonObject>();
            running.Add(Task.Run(() => DeliverAsync(made.Reader)));
            return made;
        });
        queue.Writer.TryWrite(update);
    }

    private static string QueueOf(JsonObject update) =>
        update["callback_query"] is { } tap ? $"tap {tap["from"]?["id"]}" : $"chat {(update["message"] ?? update["edited_message"])?["chat"]?["id"]}";

    private async Task DeliverAsync(ChannelReader<JsonObject> queue)
    {
        try
        {
            await foreach (var update in queue.ReadAllAsync(stop.Token))
            {
                for (var failures = 0; Url != "" && await TryAsync(update) is { } retryAfter; failures++)
                {
                    var seconds = retryAfter > 0 ? retryAfter : failures == 0 ? 0 : Math.Min(LongestWaitSeconds, 1 << Math.Min(failures, 6));
                    await Task.Delay(Second * seconds, stop.Token);
                }

                // Without a webhook it waits on, for the next one or for getUpdates.
                if (Url != "") updates.Remove((int)update["update_id"]!);
            }
        }
        catch (OperationCanceledException)
        {
            // The fake is being put away.
        }
    }

    /// <summary>Null when delivered, else the seconds that the bot asked to wait, or 0.</summary>
    private async Task<int?> TryAsync(JsonObject update)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json") };
        if (Secret is not null) call.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        try
        {
            using var answer = await http.SendAsync(call, stop.Token);
            Answers.Enqueue(answer.StatusCode);
            if (answer.IsSuccessStatusCode) return null;
            LastError = $"Wrong response from the webhook: {(int)answer.StatusCode}";
            return (int)(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0);
        }
        catch (HttpRequestException)
        {
            LastError = "Connection refused";
            return 0;
        }
    }
}
