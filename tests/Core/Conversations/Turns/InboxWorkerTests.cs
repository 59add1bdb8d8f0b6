using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations.Turns;

public sealed class InboxWorkerTests
{
    private const string Siti = "700000101";
    private const string Number = "whatsapp:+6281200000101";
    private const string BusinessId = "whatsapp:ID.1A2B3C4D5E6F";

    /// <summary>More than two full batches, so that both workers have something to take.</summary>
    private const int People = (2 * InboxWorker.MostTalks) + 20;

    [Fact]
    public async Task The_same_message_twice_is_one_turn()
    {
        await using var world = await TalkWorld.CreateAsync();

        var first = await StoreAsync(world, "1", Channel.Telegram, Siti, "halo");
        await world.PumpAsync();
        var second = await StoreAsync(world, "1", Channel.Telegram, Siti, "halo");
        await world.PumpAsync();

        Assert.Equal((StoreResult.Stored, StoreResult.Duplicate), (first, second));
        Assert.Single(Sent(world, Channel.Telegram));
    }

    [Fact]
    public async Task Danger_words_in_an_edited_message_are_asked_about()
    {
        await using var world = await TalkWorld.CreateAsync();
        await StoreAsync(world, "1", Channel.Telegram, Siti, "halo");
        await world.PumpAsync();

        await StoreAsync(world, "1e", Channel.Telegram, Siti, "tolong saya dipukul suami", kind: IncomingKind.Edit);
        await world.PumpAsync();

        Assert.Equal("AskDanger", await world.Database.ScalarAsync("select step from conversations"));
    }

    [Fact]
    public async Task A_message_that_always_fails_is_parked_and_the_next_one_is_answered()
    {
        await using var world = await TalkWorld.CreateAsync();
        await StoreAsync(world, "1", Channel.Telegram, Siti, "rusak");
        await world.Database.ScalarAsync("update inbox_messages set content = '\\x00'");
        await StoreAsync(world, "2", Channel.Telegram, Siti, "halo");
        await StoreAsync(world, "3", Channel.Telegram, "700000102", "halo");

        await world.PumpAsync();

        Assert.Equal(InboxWorker.MostAttempts, await world.Database.ScalarAsync("select attempts from inbox_messages where external_id = '1' and parked_at is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from inbox_messages where external_id <> '1' and (processed_at is null or parked_at is not null)"));
        Assert.Equal(["700000102", Siti], Sent(world, Channel.Telegram).Select(delivery => delivery.Address).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Two_workers_side_by_side_give_everybody_one_turn()
    {
        await using var world = await TalkWorld.CreateAsync();
        for (var person = 0; person < People; person++)
            await StoreAsync(world, person.ToString(CultureInfo.InvariantCulture), Channel.Telegram, (700_000_000 + person).ToString(CultureInfo.InvariantCulture), "halo");
        using var one = ActivatorUtilities.CreateInstance<InboxWorker>(world.Services);
        using var other = ActivatorUtilities.CreateInstance<InboxWorker>(world.Services);

        var turns = await Task.WhenAll(
            one.RunOnceAsync(TestContext.Current.CancellationToken), other.RunOnceAsync(TestContext.Current.CancellationToken));
        await world.PumpAsync();

        Assert.True(turns.Sum() <= People, "somebody had two turns");
        Assert.Equal(People, Sent(world, Channel.Telegram).Count);
        Assert.Equal(People, Sent(world, Channel.Telegram).Select(delivery => delivery.Address).Distinct().Count());
    }

    [Fact]
    public async Task An_answer_goes_to_the_id_that_was_written_from()
    {
        await using var world = await TalkWorld.CreateAsync();

        await StoreAsync(world, "1", Channel.WhatsApp, Number, "halo", BusinessId);
        await world.PumpAsync();
        await StoreAsync(world, "2", Channel.WhatsApp, BusinessId, "1");
        await world.PumpAsync();
        await StoreAsync(world, "3", Channel.WhatsApp, Number, "1");
        await world.PumpAsync();

        Assert.Equal([Number, BusinessId, Number], Sent(world, Channel.WhatsApp).Select(delivery => delivery.Address));
        Assert.Equal(1, await world.Database.CountAsync("channel_addresses"));
    }

    [Fact]
    public async Task A_second_id_learnt_later_is_the_same_person()
    {
        await using var world = await TalkWorld.CreateAsync();

        await StoreAsync(world, "1", Channel.WhatsApp, Number, "halo");
        await world.PumpAsync();
        await StoreAsync(world, "2", Channel.WhatsApp, Number, "1", BusinessId);
        await world.PumpAsync();
        await StoreAsync(world, "3", Channel.WhatsApp, BusinessId, "1");
        await world.PumpAsync();

        Assert.Equal([Number, Number, BusinessId], Sent(world, Channel.WhatsApp).Select(delivery => delivery.Address));
        Assert.Equal(1, await world.Database.CountAsync("conversations"));
    }

    private static IReadOnlyList<Delivery> Sent(TalkWorld world, Channel channel) => world.Senders.Single(sender => sender.Channel == channel).Sent;

    private static Task<StoreResult> StoreAsync(
        TalkWorld world, string id, Channel channel, string address, string text, string? alt = null, IncomingKind kind = IncomingKind.Text) =>
        world.Services.GetRequiredService<Inbox>().StoreAsync(
            new IncomingMessage { Channel = channel, ExternalId = id, Address = address, AltAddress = alt, Kind = kind, Text = text }, "{}"u8.ToArray(), default);
}
