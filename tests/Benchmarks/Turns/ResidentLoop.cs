using System.Diagnostics;
using System.Net.Http.Json;

namespace Puskesos.Benchmarks.Turns;

/// <summary>One resident on Telegram: writes, waits until the bot has called Telegram for this chat, writes the next line.</summary>
public sealed class ResidentLoop(long chat, FakeBotApi api, HttpClient bot)
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    /// <summary>The menu and back, without end: each line gets one answer and changes the conversation.</summary>
    private static readonly string[] Lines = ["menu", "2", "menu", "3"];

    private static long updates;
    private int line;

    /// <summary>Milliseconds from the webhook's first byte to the bot's call, each turn.</summary>
    public List<double> Turns { get; } = [];

    public async Task TalkAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time) await TurnAsync(cancellationToken);
    }

    /// <summary>A message every so often, as people write; until told to stop.</summary>
    public async Task TalkSlowlyAsync(TimeSpan pause, CancellationToken stop, CancellationToken cancellationToken)
    {
        while (!stop.IsCancellationRequested)
        {
            await TurnAsync(cancellationToken);
            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Writes one line and waits for its answer.</summary>
    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        var answer = api.NextMessageAsync(chat);
        await PostAsync(Update("text", text), cancellationToken);
        await answer.WaitAsync(AnswerLimit, cancellationToken);
    }

    /// <summary>Sends a photo and does not wait for what is said about it.</summary>
    public Task SendPhotoAsync(long size, CancellationToken cancellationToken)
    {
        var name = $"photo-{chat}-{Interlocked.Increment(ref updates)}";
        return PostAsync(Update("photo", new[] { new Dictionary<string, object> { ["file_id"] = name, ["file_unique_id"] = name, ["width"] = 1280, ["height"] = 960, ["file_size"] = size } }), cancellationToken);
    }

    /// <summary>Turns of the warm-up are not counted.</summary>
    public void Forget() => Turns.Clear();

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var answer = api.NextMessageAsync(chat);
        var from = Stopwatch.GetTimestamp();
        await PostAsync(Update("text", Lines[line++ % Lines.Length]), cancellationToken);

        var at = await answer.WaitAsync(AnswerLimit, cancellationToken);
        Turns.Add(Stopwatch.GetElapsedTime(from, at).TotalMilliseconds);
    }

    private async Task PostAsync(Dictionary<string, object> update, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = JsonContent.Create(update) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", BotProcess.Secret);
        using var response = await bot.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private Dictionary<string, object> Update(string kind, object content)
    {
        var id = Interlocked.Increment(ref updates);
        return new()
        {
            ["update_id"] = id,
            ["message"] = new Dictionary<string, object>
            {
                ["message_id"] = id,
                ["date"] = 1_794_000_000,
                ["from"] = new Dictionary<string, object> { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "Siti" },
                ["chat"] = new Dictionary<string, object> { ["id"] = chat, ["type"] = "private", ["first_name"] = "Siti" },
                [kind] = content,
            },
        };
    }
}
