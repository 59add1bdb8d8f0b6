using Puskesos.Core.Calendar;
using Puskesos.Core.Storage.Hot;

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

    /// <summary>The code of a notice that waits for the morning.</summary>
    public const string QuietHoursCode = "quiet-hours";

    /// <summary>Who wrote so short a time ago holds the phone in hand: news is then part of the talk and rings nobody awake (DOMAIN §7).</summary>
    public static readonly TimeSpan JustWrote = TimeSpan.FromMinutes(30);

    /// <summary>When a notice written now may go out: at once, or after the quiet hours. The web chat rings nowhere.</summary>
    public static DateTimeOffset NoticeAllowedAt(Channel channel, string regencyCode, DateTimeOffset? lastInbound, DateTimeOffset now) =>
        channel == Channel.WebChat || (lastInbound is { } last && now - last < JustWrote) ? now : QuietHours.Ended(now, IndonesianZone.OfArea(regencyCode));

    /// <summary>Until when a claimed message must rest because it is night at its receiver's; null when it may go out.</summary>
    public static DateTimeOffset? RestsUntil(ClaimedMessage message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Lane == Lane.Notice && NoticeAllowedAt(message.Channel, message.RegencyCode, message.LastInboundAt, now) is var allowed && allowed > now ? allowed : null;
    }

    /// <summary>How long to wait before the next try: 2, 4, 8 … seconds, at most five minutes.</summary>
    public static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(attempts, 9))));
}
