namespace Puskesos.Core.Messaging;

/// <summary>The door by which messages leave; bot/ has one for each channel that is switched on.</summary>
public interface IChannelSender
{
    Channel Channel { get; }

    /// <summary>Sends one message, split if needed. Never throws for an answer of the provider: that is a <see cref="SendOutcome"/>.</summary>
    Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>After a crash or a lost answer: was this delivery sent? Null when the provider has no way to tell.</summary>
    Task<SendOutcome?> FindSentAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<SendOutcome?>(null);
}

/// <summary>One outbox row on its way.</summary>
/// <param name="OutboxId">Our id, put into the status callback's address where the provider has one.</param>
/// <param name="Address">Where to, exactly as the person's messages came from.</param>
/// <param name="Message">What.</param>
/// <param name="AsTemplate">True when the 24-hour window is closed and the approved template of <see cref="OutgoingMessage.TemplateKey"/> must be used.</param>
/// <param name="CreatedAt">When the row was written, for <see cref="IChannelSender.FindSentAsync"/>.</param>
public sealed record Delivery(long OutboxId, string Address, OutgoingMessage Message, bool AsTemplate, DateTimeOffset CreatedAt);
