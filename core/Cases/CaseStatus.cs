namespace Puskesos.Core.Cases;

/// <summary>
/// Where a case or one of its items stands (DOMAIN §6). The order is from least to most advanced among open states:
/// a case shows the least advanced of its items. Stored by the Indonesian code of <see cref="CaseStatusCodes"/>.
/// </summary>
public enum CaseStatus
{
    /// <summary>BARU: received, nobody has begun.</summary>
    New,

    /// <summary>DIBUKA_LAGI: the resident or the TKSK reopened it.</summary>
    Reopened,

    /// <summary>PERLU_BERKAS: waits for papers of the resident; the handling clock rests.</summary>
    NeedsDocuments,

    /// <summary>DIPERIKSA: an officer examines it.</summary>
    UnderReview,

    /// <summary>KUNJUNGAN: a visit is planned.</summary>
    Visit,

    /// <summary>DITANGANI: worked on in the village.</summary>
    InProgress,

    /// <summary>TELAAH_RUJUKAN: the TKSK reviews a proposed referral.</summary>
    ReferralReview,

    /// <summary>DIRUJUK: with another agency.</summary>
    Referred,

    /// <summary>SELESAI: finished, the resident is asked to confirm.</summary>
    Resolved,

    /// <summary>DIKONFIRMASI: confirmed by the resident or, marked so, by silence.</summary>
    Confirmed,

    /// <summary>DITOLAK: cannot be granted; reason and next step told.</summary>
    Rejected,

    /// <summary>DITUTUP_BERKAS: closed because papers never came.</summary>
    ClosedNoDocuments,

    /// <summary>DIBATALKAN: cancelled by the resident.</summary>
    Cancelled,

    /// <summary>DUPLIKAT: merged into another case.</summary>
    Duplicate,
}

/// <summary>The codes that outsiders see (CONTRACT §6) and the grouping of states.</summary>
public static class CaseStatusCodes
{
    private static readonly (CaseStatus Status, string Code)[] Pairs =
    [
        (CaseStatus.New, "BARU"), (CaseStatus.Reopened, "DIBUKA_LAGI"), (CaseStatus.NeedsDocuments, "PERLU_BERKAS"),
        (CaseStatus.UnderReview, "DIPERIKSA"), (CaseStatus.Visit, "KUNJUNGAN"), (CaseStatus.InProgress, "DITANGANI"),
        (CaseStatus.ReferralReview, "TELAAH_RUJUKAN"), (CaseStatus.Referred, "DIRUJUK"), (CaseStatus.Resolved, "SELESAI"),
        (CaseStatus.Confirmed, "DIKONFIRMASI"), (CaseStatus.Rejected, "DITOLAK"), (CaseStatus.ClosedNoDocuments, "DITUTUP_BERKAS"),
        (CaseStatus.Cancelled, "DIBATALKAN"), (CaseStatus.Duplicate, "DUPLIKAT"),
    ];

    /// <summary>The code of a state, as stored and reported.</summary>
    public static string Code(this CaseStatus status) => Pairs[(int)status].Code;

    /// <summary>The state of a code; throws for an unknown one.</summary>
    public static CaseStatus Parse(string code) => Pairs.First(pair => pair.Code == code).Status;

    /// <summary>True while somebody still has to act; SELESAI is open until it is confirmed.</summary>
    public static bool IsOpen(this CaseStatus status) => status <= CaseStatus.Resolved;
}
