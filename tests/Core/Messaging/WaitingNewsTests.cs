using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;
using static Puskesos.Tests.Core.Messaging.OutboxDeeds;

namespace Puskesos.Tests.Core.Messaging;

/// <summary>"Ada kabar, balas BUKA" when the provider tells only afterwards that the window was closed (63016).</summary>
public sealed class WaitingNewsTests
{
    private const string Phone = "whatsapp:+6281200000101";

    [Fact]
    public async Task A_late_refusal_puts_the_news_behind_its_announcement_and_BUKA_brings_it()
    {
        await using var world = await TalkWorld.CreateAsync();
        var whatsApp = await NewsSentAsync(world);

        await RefusedAsync(world);
        await world.PumpAsync();
        await world.ReceiveAsync([Text(Channel.WhatsApp, Phone, "BUKA")]);

        Assert.Equal(["News_Waiting"], Keys(whatsApp).Take(1));
        Assert.Equal("kabar", Tried(whatsApp)[1]);
        Assert.Single(Keys(whatsApp), "News_Waiting");
    }

    [Fact]
    public async Task An_announcement_that_is_overtaken_by_the_person_is_not_sent_after_the_news()
    {
        await using var world = await TalkWorld.CreateAsync();
        var whatsApp = await NewsSentAsync(world);

        await RefusedAsync(world);
        await world.ReceiveAsync([Text(Channel.WhatsApp, Phone, "halo")]);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.PumpAsync();

        Assert.Contains("kabar", Tried(whatsApp));
        Assert.DoesNotContain("News_Waiting", Keys(whatsApp));
        Assert.Equal(WaitingNews.DeliveredCode, await world.Database.ScalarAsync("select error_code from outbox_messages where text_key = 'News_Waiting' and status = 5"));
    }

    [Fact]
    public async Task A_refusal_that_comes_after_the_person_wrote_sends_the_news_at_once()
    {
        await using var world = await TalkWorld.CreateAsync();
        var whatsApp = await NewsSentAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.ReceiveAsync([Text(Channel.WhatsApp, Phone, "halo")]);
        whatsApp.Forget();

        await RefusedAsync(world);
        await world.PumpAsync();

        Assert.Equal(["kabar"], Tried(whatsApp));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from outbox_messages where text_key = 'News_Waiting' or status = 3"));
    }

    /// <summary>News that went out in what seemed an open window.</summary>
    private static async Task<RecordingSender> NewsSentAsync(TalkWorld world)
    {
        world.Services.GetRequiredService<IConfiguration>()["Twilio:Templates:News_Waiting"] = "HX00000000000000000000000000000002";
        var talk = await BeginAsync(world, Channel.WhatsApp, Phone);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await AddAsync(world, talk, "kabar", Priority.Status, channel: Channel.WhatsApp);
        await world.PumpAsync();
        var whatsApp = Sender(world, Channel.WhatsApp);
        Assert.Equal(["kabar"], Tried(whatsApp));
        whatsApp.Forget();
        return whatsApp;
    }

    private static async Task RefusedAsync(TalkWorld world)
    {
        var id = (long)(await world.Database.ScalarAsync("select max(id) from outbox_messages where text_key = 'Test'"))!;
        await using var scope = world.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DeliveryReports>(scope.ServiceProvider).RecordAsync(
            new DeliveryReport(Channel.WhatsApp, id, $"sent-{id}", DeliveryState.Failed) { Failure = new SendOutcome(SendResult.WindowClosed, ErrorCode: "63016") }, TestContext.Current.CancellationToken);
    }

    private static string?[] Keys(RecordingSender sender) => [.. sender.Sent.Select(delivery => delivery.Message.TemplateKey)];
}
