using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Messaging;

/// <summary>What tests of the outbox do: begin a talk, add a message, see what was tried.</summary>
internal static class OutboxDeeds
{
    public static RecordingSender Sender(TalkWorld world, Channel channel) => world.Senders.Single(sender => sender.Channel == channel);

    public static string[] Tried(RecordingSender sender) => [.. sender.Sent.Select(delivery => delivery.Message.Text)];

    public static IncomingMessage Text(Channel channel, string address, string text) =>
        new() { Channel = channel, ExternalId = "", Address = address, Kind = IncomingKind.Text, Text = text };

    /// <summary>A person who has written once and was answered; what was said so far is forgotten.</summary>
    public static async Task<long> BeginAsync(TalkWorld world, Channel channel, string address)
    {
        await world.ReceiveAsync([Text(channel, address, "halo")]);
        Sender(world, channel).Forget();
        return (await world.TalkAsync(channel, address))!.Id;
    }

    public static async Task AddAsync(TalkWorld world, long talk, string text, Priority priority, DateTimeOffset? notBefore = null, Channel channel = Channel.Telegram)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        storage.Outbox.Add(outbox.Compose(new OutboxTarget(talk, channel, CaseId: 1), new OutgoingMessage { Text = text }, "Test", priority, notBefore));
        await storage.SaveChangesAsync();
    }
}
