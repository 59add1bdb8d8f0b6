namespace Puskesos.Core.Cases.Refusals;

/// <summary>Why a need cannot be granted (DOMAIN §6, T1 to T6). Stored by number: never renumber.</summary>
public enum RefusalReason
{
    /// <summary>T1 syarat program.</summary>
    ProgrammeRules = 1,

    /// <summary>T2 data kependudukan tidak padan.</summary>
    CivilDataDiffers = 2,

    /// <summary>T3 luar wilayah.</summary>
    OutsideArea = 3,

    /// <summary>T4 kuota atau anggaran.</summary>
    NoQuota = 4,

    /// <summary>T5 bukan wewenang.</summary>
    NotOurs = 5,

    /// <summary>T6 laporan tidak benar setelah diperiksa.</summary>
    NotTrue = 6,
}

/// <summary>
/// The overlay USUL_TOLAK (DESIGN §16): one officer proposes a refusal, another approves or returns it within one working day.
/// Kept after the decision, so that an objection goes to somebody who neither proposed nor approved.
/// </summary>
public sealed class Refusal
{
    public RefusalReason Reason { get; init; }

    /// <summary>The reason as the resident reads it.</summary>
    public required string Words { get; init; }

    /// <summary>What the resident can do now.</summary>
    public required string NextStep { get; init; }

    public long ProposedBy { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public long? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool IsOpen => DecidedAt is null;

    /// <summary>True for the two who made the decision: an objection is not for them.</summary>
    public bool WasMadeBy(long? officer) => officer is not null && (officer == ProposedBy || officer == DecidedBy);
}

/// <summary>A refusal as an officer proposes it.</summary>
public sealed record RefusalForm(RefusalReason? Reason, string? Words, string? NextStep)
{
    public bool IsComplete => Reason is not null && Fits(Words) && Fits(NextStep);

    private static bool Fits(string? words) => !string.IsNullOrWhiteSpace(words) && words.Length <= LongestWords;

    /// <summary>Two sentences and the text around them stay under one WhatsApp message.</summary>
    public const int LongestWords = 400;
}
