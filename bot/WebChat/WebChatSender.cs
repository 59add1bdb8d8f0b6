using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat;

/// <summary>Delivers to the page: what is marked as sent is what the page shows, so there is nothing else to do.</summary>
public sealed class WebChatSender : IChannelSender
{
    public Channel Channel => Channel.WebChat;

    public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult(SendOutcome.Sent(providerId: null));

    public Task<SendOutcome?> FindSentAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(SendOutcome.Sent(providerId: null));
}
