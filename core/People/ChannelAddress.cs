using Puskesos.Core.Messaging;

namespace Puskesos.Core.People;

/// <summary>Where messages of one chat come from and answers go to. One address may serve several persons (a shared phone).</summary>
public sealed class ChannelAddress
{
    public long Id { get; init; }

    public Channel Channel { get; init; }

    /// <summary>The address exactly as received last, sealed.</summary>
    public required byte[] AddressCipher { get; set; }

    /// <summary>Blind index; unique within the channel.</summary>
    public required byte[] AddressIndex { get; set; }

    /// <summary>WhatsApp's second id of the same person.</summary>
    public byte[]? AltIndex { get; set; }

    /// <summary>The last four digits of the number when the channel vouches for it, for "ticket and last four digits".</summary>
    public string? PhoneLastFour { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Opens the 24-hour window on WhatsApp.</summary>
    public DateTimeOffset? LastInboundAt { get; set; }

    /// <summary>Set when the person blocked us or the address is dead; cleared by the next message.</summary>
    public DateTimeOffset? UnreachableAt { get; set; }

    /// <summary>Set by BERHENTI: no notices; cleared by MULAI.</summary>
    public DateTimeOffset? NoticesStoppedAt { get; set; }

    /// <summary>Set by "tidak aman": nothing at all goes out until the person writes again.</summary>
    public DateTimeOffset? SilentSince { get; set; }
}

/// <summary>A person known at an address.</summary>
public sealed class ResidentAddress
{
    public long ResidentId { get; init; }

    public long AddressId { get; init; }

    public DateTimeOffset LastUsedAt { get; set; }
}
