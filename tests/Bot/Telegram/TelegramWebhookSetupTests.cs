using System.Net;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramWebhookSetupTests : IAsyncLifetime
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
    public async Task It_is_set_with_secret_and_kinds_and_drops_nothing()
    {
        telegram.Say(Chat, "menunggu");

        await using var host = await StartAsync(apply: true);
        await Eventually.TrueAsync(() => telegram.Webhook.Url != "", "the webhook was set");

        Assert.Equal("https://bot.example/telegram/webhook", telegram.Webhook.Url);
        Assert.Equal(TelegramSettings.Secret, telegram.Webhook.Secret);
        Assert.Equal("""["message","edited_message","callback_query","my_chat_member"]""", telegram.Webhook.AllowedUpdates!.ToJsonString());
        Assert.False(telegram.Webhook.DroppedPending);
        Assert.Single(telegram.Updates.Waiting);
    }

    [Fact]
    public async Task Without_the_wish_it_is_only_looked_at()
    {
        await using var host = await StartAsync(apply: false);
        await Eventually.TrueAsync(() => host.Log.Lines.Any(line => line.Contains("Telegram has no webhook", StringComparison.Ordinal)), "the missing webhook was told");

        Assert.DoesNotContain(telegram.Calls, call => call.Method is "setWebhook" or "deleteWebhook");
    }

    [Fact]
    public async Task A_wrong_token_is_told_and_the_process_lives()
    {
        telegram.Refuse("setWebhook", TelegramRefusal.Html, TelegramRefusal.Error(401, "Unauthorized"));

        await using var host = await StartAsync(apply: true);
        await Eventually.TrueAsync(() => host.Log.Lines.Any(line => line.Contains("refuses the token", StringComparison.Ordinal)), "the refusal was told");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.PostAsync(host.Url + "/telegram/webhook", null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Updates_are_repeated_until_they_are_stored_and_keep_their_order()
    {
        await using var host = await StartAsync(apply: false);
        await host.ScalarOrNothingAsync("alter table inbox_messages rename to inbox_away");
        telegram.Webhook.Set(host.Url + "/telegram/webhook", TelegramSettings.Secret, null);
        for (var at = 0; at < 5; at++) telegram.Say(Chat, $"pesan {at}");
        await Eventually.TrueAsync(() => telegram.Webhook.Answers.Count(status => status == HttpStatusCode.ServiceUnavailable) > 1, "503 was answered twice");

        await host.ScalarOrNothingAsync("alter table inbox_away rename to inbox_messages");
        await Eventually.TrueAsync(() => telegram.Updates.Waiting.Length == 0, "all were taken");

        Assert.Equal(Enumerable.Range(0, 5).Select(at => $"pesan {at}"), (await host.InboxAsync()).Select(row => row.Message!.Text));
    }

    private Task<ChannelHost> StartAsync(bool apply)
    {
        var settings = TelegramSettings.Webhook(telegram.Url);
        settings["Telegram:ApplyWebhook"] = apply.ToString();
        return ChannelHost.StartAsync(database.ConnectionString, settings);
    }
}
