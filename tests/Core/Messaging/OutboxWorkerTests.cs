using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;
using static Puskesos.Tests.Core.Messaging.OutboxDeeds;

namespace Puskesos.Tests.Core.Messaging;

public sealed class OutboxWorkerTests
{
    private const string Siti = "700000101";
    private const string Budi = "700000102";
    private const string Phone = "whatsapp:+6281200000101";

    [Fact]
    public async Task A_lane_keeps_its_order_when_its_first_message_must_wait()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        var telegram = Sender(world, Channel.Telegram);
        foreach (var text in new[] { "satu", "dua", "tiga" }) await AddAsync(world, talk, text, Priority.Reply);

        telegram.Answer = delivery => delivery.Message.Text == "satu" ? new SendOutcome(SendResult.RetryLater, After: TimeSpan.FromSeconds(7)) : null;
        await world.PumpAsync();
        Assert.Equal(["satu"], Tried(telegram));
        telegram.Answer = null;
        world.Clock.Advance(TimeSpan.FromSeconds(6));
        await world.PumpAsync();
        Assert.Equal(["satu"], Tried(telegram));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.PumpAsync();

        Assert.Equal(["satu", "satu", "dua", "tiga"], Tried(telegram));
    }

    [Fact]
    public async Task A_notice_that_waits_holds_up_no_talk()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        await AddAsync(world, talk, "kabar", Priority.Status, world.Clock.GetUtcNow() + TimeSpan.FromHours(9));
        await AddAsync(world, talk, "jawaban", Priority.Reply);

        await world.PumpAsync();
        Assert.Equal(["jawaban"], Tried(Sender(world, Channel.Telegram)));
        world.Clock.Advance(TimeSpan.FromHours(9));
        await world.PumpAsync();

        Assert.Equal(["jawaban", "kabar"], Tried(Sender(world, Channel.Telegram)));
    }

    [Fact]
    public async Task Among_persons_the_more_urgent_goes_out_in_the_first_round()
    {
        await using var world = await TalkWorld.CreateAsync();
        var telegram = Sender(world, Channel.Telegram);
        var talks = new List<long>();
        for (var person = 0; person < OutboxWorker.AtOnce + 8; person++) talks.Add(await BeginAsync(world, Channel.Telegram, $"7000002{person:00}"));
        foreach (var talk in talks.Skip(4)) await AddAsync(world, talk, "survei", Priority.Survey);
        foreach (var (talk, priority) in talks.Zip([Priority.Status, Priority.DocumentOrVisit, Priority.Reply, Priority.Emergency])) await AddAsync(world, talk, priority.ToString(), priority);
        telegram.Forget();

        await world.PumpAsync();

        Assert.Equal(OutboxWorker.AtOnce + 8, Tried(telegram).Length);
        Assert.Equal(["DocumentOrVisit", "Emergency", "Reply", "Status"], Tried(telegram).Take(OutboxWorker.AtOnce).Where(text => text != "survei").Order());
    }

    [Fact]
    public async Task An_emergency_overtakes_a_talk_that_waits()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        await AddAsync(world, talk, "nanti", Priority.Reply, world.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await AddAsync(world, talk, "darurat", Priority.Emergency);

        await world.PumpAsync();

        Assert.Equal(["darurat"], Tried(Sender(world, Channel.Telegram)));
    }

    [Fact]
    public async Task A_move_can_be_taken_back_for_ten_seconds()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        await AddAsync(world, talk, "sedang diperiksa", Priority.Status, world.Clock.GetUtcNow() + TimeSpan.FromSeconds(10));

        world.Clock.Advance(TimeSpan.FromSeconds(9));
        await world.PumpAsync();
        Assert.Empty(Tried(Sender(world, Channel.Telegram)));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.PumpAsync();

        Assert.Equal(["sedang diperiksa"], Tried(Sender(world, Channel.Telegram)));
    }

    [Fact]
    public async Task A_closed_window_is_announced_once_and_the_news_comes_first_with_the_next_message()
    {
        await using var world = await TalkWorld.CreateAsync();
        world.Services.GetRequiredService<IConfiguration>()["Twilio:Templates:News_Waiting"] = "HX00000000000000000000000000000002";
        var talk = await BeginAsync(world, Channel.WhatsApp, Phone);
        var whatsApp = Sender(world, Channel.WhatsApp);
        world.Clock.Advance(TimeSpan.FromHours(24));
        await AddAsync(world, talk, "kabar satu", Priority.Status, channel: Channel.WhatsApp);
        await AddAsync(world, talk, "kabar dua", Priority.Status, channel: Channel.WhatsApp);

        await world.PumpAsync();
        await world.PumpAsync();

        Assert.Equal(["News_Waiting"], whatsApp.Sent.Select(delivery => delivery.Message.TemplateKey));
        Assert.True(whatsApp.Sent[0].AsTemplate);
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from outbox_messages where status = 3"));
        whatsApp.Forget();
        await world.ReceiveAsync([Text(Channel.WhatsApp, Phone, "halo")]);
        Assert.Equal(["kabar satu", "kabar dua"], Tried(whatsApp).Take(2));
        Assert.Equal(3, whatsApp.Sent.Count);
        Assert.All(whatsApp.Sent, delivery => Assert.False(delivery.AsTemplate));
    }

    [Fact]
    public async Task What_fails_again_and_again_waits_longer_and_is_given_up()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        var telegram = Sender(world, Channel.Telegram);
        telegram.Answer = _ => new SendOutcome(SendResult.RetryLater);
        await AddAsync(world, talk, "satu", Priority.Reply);

        await world.PumpAsync();
        world.Clock.Advance(SendingRules.Backoff(1));
        await world.PumpAsync();
        world.Clock.Advance(SendingRules.Backoff(1));
        await world.PumpAsync();
        Assert.Equal(2, telegram.Sent.Count);
        for (var more = 0; more < OutboxWorker.MostAttempts + 3; more++)
        {
            world.Clock.Advance(SendingRules.Backoff(OutboxWorker.MostAttempts));
            await world.PumpAsync();
        }

        Assert.Equal(OutboxWorker.MostAttempts, telegram.Sent.Count);
        Assert.Equal((int)OutboxStatus.Failed, await world.Database.ScalarAsync("select status from outbox_messages order by id desc limit 1"));
    }

    [Fact]
    public async Task A_channel_that_is_down_is_left_alone_for_everybody()
    {
        await using var world = await TalkWorld.CreateAsync();
        var siti = await BeginAsync(world, Channel.Telegram, Siti);
        var budi = await BeginAsync(world, Channel.Telegram, Budi);
        var telegram = Sender(world, Channel.Telegram);
        telegram.Answer = _ => new SendOutcome(SendResult.ChannelDown, ErrorCode: "401", After: TimeSpan.FromMinutes(5));
        await AddAsync(world, siti, "untuk Siti", Priority.Reply);
        await world.PumpAsync();
        telegram.Answer = null;
        await AddAsync(world, budi, "untuk Budi", Priority.Reply);
        await world.PumpAsync();
        Assert.Equal(["untuk Siti"], Tried(telegram));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.PumpAsync();

        Assert.Equal(["untuk Budi", "untuk Siti", "untuk Siti"], Tried(telegram).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_left_gets_no_notices_until_the_next_message()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        var telegram = Sender(world, Channel.Telegram);
        telegram.Answer = _ => new SendOutcome(SendResult.ResidentLeft, ErrorCode: "403");
        await AddAsync(world, talk, "kabar satu", Priority.Status);
        await world.PumpAsync();
        telegram.Answer = null;
        await AddAsync(world, talk, "kabar dua", Priority.Status);
        await world.PumpAsync();

        Assert.Equal(["kabar satu"], Tried(telegram));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from channel_addresses where unreachable_at is not null"));
        Assert.Equal("unreachable", await world.Database.ScalarAsync("select error_code from outbox_messages order by id desc limit 1"));
        await world.ReceiveAsync([Text(Channel.Telegram, Siti, "halo")]);
        await AddAsync(world, talk, "kabar tiga", Priority.Status);
        await world.PumpAsync();
        Assert.Equal("kabar tiga", Tried(telegram)[^1]);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_before_anything_is_sent_again()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        var telegram = Sender(world, Channel.Telegram);
        telegram.Answer = _ => throw new TimeoutException();
        telegram.Found = _ => SendOutcome.Sent("found");
        await AddAsync(world, talk, "satu", Priority.Reply);

        await world.PumpAsync();
        world.Clock.Advance(SendingRules.Backoff(1));
        await world.PumpAsync();

        Assert.Equal(["satu"], Tried(telegram));
        Assert.Equal("found", await world.Database.ScalarAsync("select provider_id from outbox_messages order by id desc limit 1"));
    }

    [Fact]
    public async Task A_lost_answer_of_what_surely_did_not_go_out_is_sent_again()
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        var telegram = Sender(world, Channel.Telegram);
        telegram.Answer = _ => throw new TimeoutException();
        await AddAsync(world, talk, "satu", Priority.Reply);

        await world.PumpAsync();
        telegram.Answer = null;
        world.Clock.Advance(SendingRules.Backoff(1));
        await world.PumpAsync();

        Assert.Equal(["satu", "satu"], Tried(telegram));
        Assert.Equal((int)OutboxStatus.Sent, await world.Database.ScalarAsync("select status from outbox_messages order by id desc limit 1"));
    }
}
