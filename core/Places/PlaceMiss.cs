namespace Puskesos.Core.Places;

/// <summary>A place name that was told and not found, counted for the officers who teach it; who told it is not kept.</summary>
public sealed class PlaceMiss
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The told name in lower case, a few words at most, never a whole message.</summary>
    public required string Words { get; init; }

    public MissKind Kind { get; init; }

    public int Times { get; set; }

    public DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset LastAt { get; set; }
}

/// <summary>Why a told name led nowhere.</summary>
public enum MissKind
{
    NotFound,
    Outside,
}
