using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Puskesos.Core.Messaging;
using static Puskesos.Tests.Core.Messaging.OutboxDeeds;

namespace Puskesos.Tests.Core.Messaging;

/// <summary>When messages rest: at night, for a channel's rate, for a day's quota.</summary>
public sealed class OutboxRestTests
{
    private const string Siti = "700000101";

    [Theory]
    [InlineData(Priority.Status, 0)]
    [InlineData(Priority.DocumentOrVisit, 0)]
    [InlineData(Priority.Reply, 1)]
    [InlineData(Priority.Emergency, 1)]
    public async Task At_night_only_talk_and_alarms_go_out(Priority priority, int sentAtNight)
    {
        await using var world = await TalkWorld.CreateAsync();
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        world.Clock.SetUtcNow(new(2026, 11, 1, 21, 0, 0, TimeSpan.FromHours(7)));
        await AddAsync(world, talk, "kabar", priority);

        await world.PumpAsync();
        Assert.Equal(sentAtNight, Sender(world, Channel.Telegram).Sent.Count);
        world.Clock.SetUtcNow(new(2026, 11, 2, 6, 59, 59, TimeSpan.FromHours(7)));
        await world.PumpAsync();
        Assert.Equal(sentAtNight, Sender(world, Channel.Telegram).Sent.Count);
        world.Clock.SetUtcNow(new(2026, 11, 2, 7, 0, 0, TimeSpan.FromHours(7)));
        await world.PumpAsync();

        Assert.Single(Sender(world, Channel.Telegram).Sent);
    }

    [Fact]
    public async Task Notices_keep_the_pace_of_the_channel_and_talk_does_not_wait()
    {
        await using var world = await TalkWorld.CreateAsync();
        world.Services.GetRequiredService<IOptions<SendingOptions>>().Value.NoticesPerSecond["Telegram"] = 2;
        var chats = new List<long>();
        for (var person = 0; person < 5; person++) chats.Add(await BeginAsync(world, Channel.Telegram, $"70000020{person}"));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var chat in chats) await AddAsync(world, chat, "kabar", Priority.Status);
        await AddAsync(world, chats[0], "jawaban", Priority.Reply);

        await world.PumpAsync();
        Assert.Equal(["jawaban", "kabar", "kabar"], Tried(Sender(world, Channel.Telegram)).Order(StringComparer.Ordinal));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.PumpAsync();
        Assert.Equal(5, Sender(world, Channel.Telegram).Sent.Count);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.PumpAsync();

        Assert.Equal(6, Sender(world, Channel.Telegram).Sent.Count);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from outbox_messages where attempts > 1"));
    }

    [Fact]
    public async Task Templates_beyond_the_quota_wait_for_the_morning_and_each_costs_its_price()
    {
        await using var world = await TalkWorld.CreateAsync();
        var options = world.Services.GetRequiredService<IOptions<SendingOptions>>().Value;
        (options.WhatsAppTemplatesPerDay, options.WhatsAppTemplatePrice, options.WhatsAppMessagePrice) = (2, 450, 0);
        world.Services.GetRequiredService<IConfiguration>()["Twilio:Templates:News_Waiting"] = "HX00000000000000000000000000000002";
        var chats = new List<long>();
        for (var person = 0; person < 3; person++) chats.Add(await BeginAsync(world, Channel.WhatsApp, $"whatsapp:+628120000020{person}"));
        world.Clock.Advance(TimeSpan.FromHours(25));
        foreach (var chat in chats) await AddAsync(world, chat, "kabar", Priority.Status, channel: Channel.WhatsApp);

        await world.PumpAsync();
        await world.PumpAsync();
        Assert.Equal(2, Sender(world, Channel.WhatsApp).Sent.Count);
        world.Clock.Advance(TimeSpan.FromHours(23));
        await world.PumpAsync();

        Assert.Equal(3, Sender(world, Channel.WhatsApp).Sent.Count);
        Assert.Equal(1350m, await world.Database.ScalarAsync("select sum(cost) from outbox_messages"));
    }

    [Fact]
    public async Task Who_writes_at_night_is_answered_and_told_at_night()
    {
        await using var world = await TalkWorld.CreateAsync();
        world.Clock.SetUtcNow(new(2026, 11, 1, 22, 30, 0, TimeSpan.FromHours(7)));
        var talk = await BeginAsync(world, Channel.Telegram, Siti);
        await AddAsync(world, talk, "kabar", Priority.Status);

        await world.PumpAsync();

        Assert.Equal(["kabar"], Tried(Sender(world, Channel.Telegram)));
    }
}
