using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramPollingTests : IAsyncLifetime
{
    private const long Chat = 5100200301;

    private TestDatabase database = null!;
    private FakeTelegram telegram = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        telegram = await FakeTelegram.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await telegram.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task What_waited_is_stored_in_order_and_confirmed()
    {
        var ids = Enumerable.Range(0, 150).Select(at => telegram.Say(Chat, $"pesan {at}").ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();

        await using var host = await StartAsync();
        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "every update was confirmed");

        Assert.Equal(ids, (await host.InboxAsync()).Select(row => row.ExternalId));
        Assert.False(telegram.Webhook.DroppedPending);
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_could_not_be_stored()
    {
        await using var host = await StartAsync();
        await host.ScalarOrNothingAsync("alter table inbox_messages rename to inbox_away");
        telegram.Say(Chat, "satu");
        var polls = telegram.Calls.Count;
        await Eventually.TrueAsync(() => telegram.Calls.Count > polls + 1, "it asked again");

        var waitingWhileAway = telegram.Updates.Waiting.Length;
        await host.ScalarOrNothingAsync("alter table inbox_away rename to inbox_messages");
        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "it was confirmed after the table came back");

        Assert.Equal(1, waitingWhileAway);
        Assert.Single(await host.InboxAsync());
    }

    [Fact]
    public async Task Ids_that_begin_anew_below_the_last_one_are_taken()
    {
        await using var host = await StartAsync();
        telegram.Say(Chat, "sebelum");
        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "the first was confirmed");

        telegram.Updates.ContinueFrom(1000);
        telegram.Say(Chat, "sesudah seminggu");
        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "the lower number was confirmed");

        Assert.Equal(["sebelum", "sesudah seminggu"], (await host.InboxAsync()).Select(row => row.Message!.Text));
    }

    [Fact]
    public async Task An_unreadable_update_is_parked_and_blocks_nobody()
    {
        telegram.Updates.Add(id => new() { ["update_id"] = id, ["message"] = new System.Text.Json.Nodes.JsonObject { ["message_id"] = "bukan angka" } });
        telegram.Say(Chat, "sehat");

        await using var host = await StartAsync();
        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "both were confirmed");

        Assert.Equal([true, false], (await host.InboxAsync()).Select(row => row.Parked));
    }

    [Fact]
    public async Task Refusals_are_survived_and_no_token_is_logged()
    {
        telegram.Refuse("getUpdates", TelegramRefusal.TooMany(1), TelegramRefusal.Html, TelegramRefusal.Error(500, "Internal Server Error: restart"));
        telegram.Say(Chat, "halo");

        await using var host = await StartAsync();
        await Eventually.TrueAsync(async () => (await host.InboxAsync()).Count == 1, "the message came in");

        Assert.All(host.Log.Lines, line => Assert.DoesNotContain(FakeTelegram.Token, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_processes_never_poll_at_the_same_time()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        for (var at = 0; at < 20; at++) telegram.Say(Chat, $"pesan {at}");

        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "everything was confirmed");

        Assert.Equal(20, (await one.InboxAsync()).Count);
        Assert.DoesNotContain(one.Log.Lines.Concat(two.Log.Lines), line => line.Contains("(409)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_is_still_set_is_told_and_removed_on_request_without_a_loss()
    {
        telegram.Say(Chat, "menunggu");
        telegram.Webhook.Set("http://127.0.0.1:9/lama", null, null);

        await using (var host = await StartAsync())
            await Eventually.TrueAsync(() => host.Log.Lines.Any(line => line.Contains("(409)", StringComparison.Ordinal)), "409 was told");
        await using var applied = await StartAsync(("Telegram:ApplyWebhook", "true"));
        await Eventually.TrueAsync(async () => (await applied.InboxAsync()).Count == 1, "the waiting message came in");

        Assert.False(telegram.Webhook.DroppedPending);
    }

    private Task<ChannelHost> StartAsync(params (string Key, string Value)[] more)
    {
        var settings = TelegramSettings.Polling(telegram.Url);
        foreach (var (key, value) in more) settings[key] = value;
        return ChannelHost.StartAsync(database.ConnectionString, settings);
    }
}
