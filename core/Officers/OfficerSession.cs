namespace Puskesos.Core.Officers;

/// <summary>One signed-in browser of an officer; ending it signs that browser out.</summary>
public sealed class OfficerSession
{
    /// <summary>Length of a device's name in the database.</summary>
    public const int LongestDevice = 60;

    public Guid Id { get; init; }

    public long OfficerId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>"Chrome di Android", for the officer to recognise it; no address is kept.</summary>
    public required string Device { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
