namespace Puskesos.Core.Cases;

/// <summary>One need (keperluan) of a case; needs move separately.</summary>
public sealed class CaseItem
{
    public long Id { get; init; }

    public long CaseId { get; init; }

    /// <summary>1 for the first need.</summary>
    public int Number { get; init; }

    public required string CategoryCode { get; set; }

    /// <summary>PKH, Sembako … when told.</summary>
    public string? Programme { get; set; }

    public CaseStatus Status { get; set; }

    /// <summary>Where it returns to when the awaited papers have come.</summary>
    public CaseStatus? ReturnTo { get; set; }

    /// <summary>H1 to H8, once finished.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The officer's sentence that the resident read.</summary>
    public string? OutcomeSentence { get; set; }

    /// <summary>A proposed or decided refusal; kept until another outcome is written.</summary>
    public Refusals.Refusal? Refusal { get; set; }

    /// <summary>Until when awaited papers should come.</summary>
    public DateTimeOffset? DocumentsDueAt { get; set; }
}

/// <summary>How a need ended (DOMAIN §6).</summary>
public enum Outcome
{
    /// <summary>H1 bantuan diterima.</summary>
    AidReceived = 1,

    /// <summary>H2 data diperbaiki/diusulkan.</summary>
    DataCorrected = 2,

    /// <summary>H3 surat terbit.</summary>
    LetterIssued = 3,

    /// <summary>H4 dirujuk dan dilayani.</summary>
    ReferredAndServed = 4,

    /// <summary>H5 informasi diberikan.</summary>
    InformationGiven = 5,

    /// <summary>H6 tidak memenuhi syarat.</summary>
    NotEligible = 6,

    /// <summary>H7 tidak bisa dihubungi.</summary>
    Unreachable = 7,

    /// <summary>H8 bukan wewenang, sudah diarahkan.</summary>
    Redirected = 8,
}
