namespace Puskesos.Core.Messaging;

/// <summary>The pace of one channel, shared by all instances: a wait that the provider demanded holds for everybody.</summary>
public sealed class ChannelPace
{
    public Channel Channel { get; init; }

    /// <summary>Nothing is sent on this channel before this time.</summary>
    public DateTimeOffset HeldUntil { get; set; }

    /// <summary>Why: the vendor's code.</summary>
    public string? Reason { get; set; }

    /// <summary>The second (Unix time) in which notices were counted last.</summary>
    public long Second { get; set; }

    /// <summary>Notices begun in that second.</summary>
    public int InSecond { get; set; }

    /// <summary>The day for which templates are counted.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Templates sent on that day.</summary>
    public int TemplatesToday { get; set; }
}
