namespace Puskesos.Core.Officers;

/// <summary>An officer's own chat, where notices of the work go; proven by a one-time code.</summary>
public sealed class OfficerLink
{
    public long OfficerId { get; init; }

    public long AddressId { get; init; }

    public DateTimeOffset LinkedAt { get; init; }
}

/// <summary>A one-time code from the officer's page: eight letters or digits, ten minutes.</summary>
public sealed class LinkCode
{
    /// <summary>How long a code may be used (text LinkOfficer_Question).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public long Id { get; init; }

    public long OfficerId { get; init; }

    /// <summary>Blind index of the code; the code itself is shown once and not stored.</summary>
    public required byte[] CodeIndex { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
