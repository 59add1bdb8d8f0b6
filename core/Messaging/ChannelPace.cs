namespace Puskesos.Core.Messaging;

/// <summary>The pace of one channel, shared by all instances: a wait that the provider demanded holds for everybody.</summary>
public sealed class ChannelPace
{
    public Channel Channel { get; init; }

    /// <summary>Nothing is sent on this channel before this time.</summary>
    public DateTimeOffset HeldUntil { get; set; }

    /// <summary>Why: the vendor's code.</summary>
    public string? Reason { get; set; }
}
