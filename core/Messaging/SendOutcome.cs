namespace Puskesos.Core.Messaging;

/// <summary>What the provider did with a message.</summary>
public enum SendResult
{
    /// <summary>Accepted by the provider.</summary>
    Sent,

    /// <summary>Not processed; try again after <see cref="SendOutcome.After"/>.</summary>
    RetryLater,

    /// <summary>Refused for good; sending it again cannot help.</summary>
    NeverRetry,

    /// <summary>The person blocked us or the address is dead: stop notices, tell the officer.</summary>
    ResidentLeft,

    /// <summary>The chat window is closed (63016): only an approved template may go out.</summary>
    WindowClosed,

    /// <summary>Time-out or lost answer: perhaps sent.</summary>
    Unknown,

    /// <summary>The channel itself is broken (wrong token, locked account): hold everything and alarm.</summary>
    ChannelDown,
}

/// <summary>The answer of an <see cref="IChannelSender"/>.</summary>
/// <param name="Result">What happened.</param>
/// <param name="ProviderId">The provider's message id when sent; of the last part when split.</param>
/// <param name="ErrorCode">The vendor's own code, never its text.</param>
/// <param name="After">How long to wait before the next try, when the provider says so.</param>
/// <param name="WholeChannel">True when the wait holds for every person on this channel.</param>
public sealed record SendOutcome(SendResult Result, string? ProviderId = null, string? ErrorCode = null, TimeSpan? After = null, bool WholeChannel = false)
{
    public static SendOutcome Sent(string? providerId) => new(SendResult.Sent, providerId);
}
