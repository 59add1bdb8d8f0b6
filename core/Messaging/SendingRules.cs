namespace Puskesos.Core.Messaging;

/// <summary>What may be sent to an address at this moment; judged at sending, never at writing.</summary>
public static class SendingRules
{
    /// <summary>WhatsApp's window is 24 h; the last quarter of an hour counts as closed, because clocks differ (CHANNELS §2.7).</summary>
    public static readonly TimeSpan Window = new(23, 45, 0);

    /// <summary>The error code of a row of which nobody knows whether it went out.</summary>
    public const string InDoubt = "unknown";

    /// <summary>True when free text may go out on this channel.</summary>
    public static bool WindowIsOpen(Channel channel, DateTimeOffset? lastInbound, DateTimeOffset now) =>
        channel != Channel.WhatsApp || (lastInbound is { } last && now - last < Window);

    /// <summary>How long to wait before the next try: 2, 4, 8 … seconds, at most five minutes.</summary>
    public static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(attempts, 9))));
}
