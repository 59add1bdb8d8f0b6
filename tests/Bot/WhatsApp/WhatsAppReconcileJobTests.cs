using Microsoft.Extensions.DependencyInjection;
using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class WhatsAppReconcileJobTests(WhatsAppFixture channel) : IClassFixture<WhatsAppFixture>, IAsyncLifetime
{
    private const string Person = "whatsapp:+6281200000401";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await channel.Host.ClearAsync();
        channel.Twilio.Messages.Clear();
        channel.Twilio.Refusals.Clear();
        channel.Twilio.Now = TimeProvider.System.GetUtcNow().AddMinutes(-10);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_message_whose_call_was_lost_is_found_once()
    {
        await channel.Twilio.ReceiveAsync(channel.Twilio.Form(Person, "sampai"));
        channel.Twilio.Keep(channel.Twilio.Form(Person, "hilang"));

        await RunAsync();
        await RunAsync();

        var rows = await channel.Host.InboxAsync();
        Assert.Equal([("sampai", false), ("hilang", true)], rows.Select(row => (row.Message!.Text!, row.Recovered)));
        Assert.Single(rows.Select(row => row.ConversationId).Distinct());
        Assert.NotNull(rows[1].Message!.SentAt);
    }

    [Fact]
    public async Task The_webhook_that_comes_after_all_changes_nothing()
    {
        var form = channel.Twilio.Form(Person, "terlambat");
        channel.Twilio.Keep(form);
        await RunAsync();

        await channel.Twilio.PostAsync("/whatsapp/webhook", form);

        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task Files_are_found_with_their_addresses()
    {
        channel.Twilio.Keep(channel.Twilio.Form(Person, "KTP ibu"), ("ME1", "image/jpeg", [1]), ("ME2", "application/pdf", [2]));
        channel.Twilio.Keep(channel.Twilio.Form(Person, ""), ("ME3", "audio/ogg", [3]));

        await RunAsync();

        var rows = (await channel.Host.InboxAsync()).Select(row => row.Message!).OrderBy(message => message.ExternalId, StringComparer.Ordinal).ToList();
        Assert.Equal([IncomingKind.Media, IncomingKind.Voice], rows.Select(message => message.Kind));
        Assert.Equal(["ME1", "ME2"], rows[0].Media.Select(file => file.RemoteId.Split('/')[^1]));
        Assert.StartsWith($"https://api.twilio.com/2010-04-01/Accounts/{FakeTwilio.AccountSid}/Messages/", rows[0].Media[0].RemoteId, StringComparison.Ordinal);
        Assert.Equal([MediaKind.Photo, MediaKind.File], rows[0].Media.Select(file => file.Kind));
    }

    [Fact]
    public async Task What_has_neither_words_nor_file_is_asked_for_again()
    {
        channel.Twilio.Keep(channel.Twilio.Form(Person, ""));

        await RunAsync();

        Assert.Equal(IncomingKind.Unreadable, Assert.Single(await channel.Host.InboxAsync()).Message!.Kind);
    }

    [Fact]
    public async Task Our_own_and_older_messages_are_left_alone()
    {
        channel.Twilio.Now = TimeProvider.System.GetUtcNow().AddHours(-49);
        channel.Twilio.Keep(channel.Twilio.Form(Person, "tiga hari lalu"));
        channel.Twilio.Messages.Enqueue(new TwilioMessage("SM" + new string('f', 32), "outbound-api", FakeTwilio.Number, FakeTwilio.Number, "dari kami", TimeProvider.System.GetUtcNow().AddMinutes(-9)));

        await RunAsync();

        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task A_message_that_may_still_come_by_webhook_is_waited_for()
    {
        channel.Twilio.Now = TimeProvider.System.GetUtcNow().AddSeconds(1);
        channel.Twilio.Keep(channel.Twilio.Form(Person, "baru saja"));

        await RunAsync();

        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task A_long_list_is_read_to_its_end_in_the_order_of_writing()
    {
        for (var at = 0; at < 1200; at++)
        {
            channel.Twilio.Now = TimeProvider.System.GetUtcNow().AddMinutes(-60).AddSeconds(at);
            channel.Twilio.Keep(channel.Twilio.Form(Person, $"pesan {at}"));
        }

        await RunAsync();

        Assert.Equal(Enumerable.Range(0, 1200).Select(at => $"pesan {at}"), (await channel.Host.InboxAsync()).Select(row => row.Message!.Text));
    }

    [Fact]
    public async Task While_another_process_looks_this_one_does_not()
    {
        channel.Twilio.Keep(channel.Twilio.Form(Person, "hilang"));
        await using (await channel.Host.The<Leases>().TryTakeAsync(LeaseName.WhatsAppReconcile, Stop)) await RunAsync();
        var during = await channel.Host.InboxAsync();

        await RunAsync();

        Assert.Empty(during);
        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task At_start_it_looks_at_once()
    {
        channel.Twilio.Now = TimeProvider.System.GetUtcNow();
        channel.Twilio.Keep(channel.Twilio.Form(Person, "saat mati"));

        await using var restarted = await ChannelHost.StartAsync(channel.Database.ConnectionString, WhatsAppFixture.Settings(channel.Twilio.Url));

        await Eventually.TrueAsync(async () => (await channel.Host.InboxAsync()).Any(row => row.Recovered), "the message was found");
    }

    [Fact]
    public async Task Without_the_channel_the_job_has_nothing_to_do()
    {
        await using var off = await ChannelHost.StartAsync(channel.Database.ConnectionString, new Dictionary<string, string?>());
        await using var scope = off.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<WhatsAppReconcileJob>().RunAsync(Stop);

        Assert.Contains(off.Log.Lines, line => line.Contains("WhatsApp is off", StringComparison.Ordinal));
        Assert.Contains(off.Log.Lines, line => line.Contains("Telegram is off", StringComparison.Ordinal));
    }

    private async Task RunAsync()
    {
        await using var scope = channel.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WhatsAppReconcileJob>().RunAsync(Stop);
    }
}
