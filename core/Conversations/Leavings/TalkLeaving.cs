namespace Puskesos.Core.Conversations;

/// <summary>How a talk ended without a complaint. Stored by number: never renumber.</summary>
public enum LeavingKind
{
    /// <summary>Nothing more was written, and the draft was erased after seven days.</summary>
    Silent = 1,

    /// <summary>The person gave it up by word.</summary>
    GivenUp = 2,

    /// <summary>The person did not consent.</summary>
    Refused = 3,
}

/// <summary>At which question complaints were left, counted by day; who left and what was written is not kept.</summary>
public sealed class TalkLeaving
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>The question that was open.</summary>
    public required string Step { get; init; }

    public LeavingKind Kind { get; init; }

    public int Times { get; set; }
}
