using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Puskesos.Bot.Channels;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramWebhookTests(TelegramFixture channel) : IClassFixture<TelegramFixture>, IAsyncLifetime
{
    private const long Chat = 5100200399;

    /// <summary>So often a call is repeated while the database is away.</summary>
    private const int Repeated = 5;

    public async ValueTask InitializeAsync() => await channel.Host.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Rahasia_uji-43")]
    [InlineData("rahasia_uji-42")]
    [InlineData("Rahasia_uji-42x")]
    public async Task A_wrong_secret_is_refused_and_nothing_stored(string? secret)
    {
        var status = await channel.PostAsync(Update(1, "halo"), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task A_repeated_update_is_one_row()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => channel.PostAsync(Update(2, "halo"))));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task Two_persons_first_messages_at_once_are_two_conversations()
    {
        await Task.WhenAll(Enumerable.Range(10, 20).Select(id => channel.PostAsync(Update(id, "halo", Chat + (id % 2)))));

        var rows = await channel.Host.InboxAsync();
        Assert.Equal(20, rows.Count);
        Assert.Equal(2, rows.Select(row => row.ConversationId).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"seven","message":{}}""")]
    [InlineData("""{"update_id":-5}""")]
    [InlineData("""{"update_id":31,"message":{"message_id":1e99,"chat":{"id":1,"type":"private"},"date":1}}""")]
    [InlineData("""{"update_id":32,"message":{"message_id":1,"chat":{"id":99999999999999999999999,"type":"private"},"date":1}}""")]
    [InlineData("""{"update_id":33,"message":{"message_id":1,"chat":{"id":7,"type":"private"},"date":-9223372036854775808,"text":"x"}}""")]
    [InlineData("""{"update_id":34,"message":{"message_id":1,"chat":{"id":7,"type":"private"},"date":1,"text":"\ud83d"}}""")]
    [InlineData("""{"update_id":35,"my_chat_member":{"chat":{"id":7,"type":"private"},"date":1,"new_chat_member":{"status":"of 2028","user":{"id":1}}}}""")]
    public async Task What_is_authentic_but_unreadable_is_parked_once(string body)
    {
        var first = await channel.PostAsync(body);
        var again = await channel.PostAsync(body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first, again));
        var row = Assert.Single(await channel.Host.InboxAsync());
        Assert.True(row.Parked);
        Assert.Equal(body, Encoding.UTF8.GetString(row.RawBody!));
    }

    [Fact]
    public async Task Four_megabytes_are_refused_and_the_next_message_works()
    {
        using var answer = await channel.PostAsync(Encoding.UTF8.GetBytes(Update(40, new string('x', 4 * 1024 * 1024))));
        var next = await channel.PostAsync(Update(41, "halo"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, next);
        Assert.Equal("41", Assert.Single(await channel.Host.InboxAsync()).ExternalId);
    }

    [Fact]
    public async Task Four_megabytes_without_a_length_are_refused_too()
    {
        using var body = new ChunkedContent(Encoding.UTF8.GetBytes(Update(42, new string('x', 4 * 1024 * 1024))));
        using var call = new HttpRequestMessage(HttpMethod.Post, channel.Host.Url + "/telegram/webhook") { Content = body };
        call.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramSettings.Secret);

        using var answer = await channel.Host.Http.SendAsync(call, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task Deep_nesting_does_no_harm()
    {
        var status = await channel.PostAsync("""{"update_id":43,"x":""" + new string('[', 100_000) + new string(']', 100_000) + "}");

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Without_the_database_it_answers_503_and_recovers()
    {
        var server = await TestServer.GetAsync();
        await server.ExecuteAsync($"alter database {channel.Database.Name} allow_connections false");
        await server.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{channel.Database.Name}'");
        HttpResponseMessage away;
        try
        {
            for (var repeated = 0; repeated < Repeated; repeated++) await channel.PostAsync(Update(50, "pesan rahasia"));
            away = await channel.PostAsync(Encoding.UTF8.GetBytes(Update(50, "pesan rahasia")));
        }
        finally
        {
            await server.ExecuteAsync($"alter database {channel.Database.Name} allow_connections true");
        }

        var back = await channel.PostAsync(Update(50, "pesan rahasia"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.True(away.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, back);
        Assert.Single(await channel.Host.InboxAsync());
        var said = channel.Host.Log.Lines.Where(line => line.Contains(nameof(WebhookOutage), StringComparison.Ordinal)).ToList();
        Assert.Equal(2, said.Count);
        Assert.Contains("cannot be stored", said[0], StringComparison.Ordinal);
        Assert.Contains($"stored again: {Repeated + 1} had been refused", said[1], StringComparison.Ordinal);
        away.Dispose();
    }

    [Fact]
    public async Task A_tap_is_stored_and_answered()
    {
        var tap = new JsonObject
        {
            ["update_id"] = 60,
            ["callback_query"] = new JsonObject
            {
                ["id"] = "tap-60",
                ["from"] = new JsonObject { ["id"] = Chat, ["is_bot"] = false, ["first_name"] = "Wati" },
                ["chat_instance"] = "1",
                ["data"] = "AskConsent:1",
            },
        };

        await channel.PostAsync(tap.ToJsonString());

        Assert.Equal("AskConsent:1", Assert.Single(await channel.Host.InboxAsync()).Message!.ChoiceId);
        await Eventually.TrueAsync(() => channel.Telegram.Calls.Any(call => call.Method == "answerCallbackQuery" && call.Parameters["callback_query_id"]!.ToString() == "tap-60"), "the tap was answered");
    }

    [Fact]
    public async Task No_log_line_holds_text_name_secret_or_token()
    {
        await channel.PostAsync(Update(70, "kalimat yang rahasia sekali"));
        await channel.PostAsync(Update(71, "kalimat yang rahasia sekali"), "tebakan-rahasia");
        await channel.PostAsync("rahasia rusak");

        var lines = string.Join('\n', channel.Host.Log.Lines);
        Assert.DoesNotContain("rahasia", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(FakeTelegram.Token, lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Wati", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("5100200399", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_name_the_message_that_they_change()
    {
        await channel.PostAsync(Update(80, "lama"));
        await channel.PostAsync(Update(81, "baru").Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal).Replace("\"message_id\":81", "\"message_id\":80", StringComparison.Ordinal));

        var rows = await channel.Host.InboxAsync();

        Assert.Equal(IncomingKind.Edit, rows[1].Message!.Kind);
        Assert.Equal(rows[0].Message!.MessageId, rows[1].Message!.ReplyToId);
    }

    private static string Update(int id, string text, long chat = Chat) => new JsonObject
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
    }.ToJsonString();

    private sealed class ChunkedContent(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) => await stream.WriteAsync(body);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
