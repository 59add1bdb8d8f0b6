namespace Puskesos.Core.Officers;

/// <summary>A one-time link by which an officer sets a password: printed by the operator's tool, good for one day.</summary>
public sealed class Invitation
{
    /// <summary>Long enough to reach a village officer, short enough not to lie about.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public long Id { get; init; }

    public long OfficerId { get; init; }

    /// <summary>Blind index of the token; the token itself stands only in the link.</summary>
    public required byte[] TokenIndex { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
