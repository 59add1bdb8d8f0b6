namespace Puskesos.Core.Catalogue;

/// <summary>The first content of the catalogue (DOMAIN §5, texts.tsv <c>Need_*</c>); afterwards the database is the truth.</summary>
public static class CatalogueSeed
{
    /// <summary>The twenty-five needs in menu order.</summary>
    public static IReadOnlyList<NeedCategory> Categories { get; } =
    [
        Need("KIS_MATI", 1, "KIS/BPJS gratis mati", 1, "KTP", "KK", "SURAT_FASKES"),
        Need("KIS_BARU", 1, "Belum punya KIS/BPJS", 2, "KTP", "KK"),
        Need("BIAYA_RS", 1, "Sakit butuh biaya/antar", 0, "KTP", "KK", "SKTM", "SURAT_RAWAT"),
        Need("BANSOS_USUL", 2, "Ingin dapat bansos", 5, "KTP", "KK"),
        new() { Code = "BANSOS_MACET", MenuGroup = 2, Label = "Bansos tidak cair", LocalWorkingDays = 2, RequiredDocuments = ["KTP", "KK"], NamesProgramme = true },
        Need("KKS", 2, "Kartu KKS hilang/rusak", 1, "KTP", "KK"),
        Bypassing("SANGGAH", 2, "Bansos salah sasaran", 3, "Kecamatan"),
        Bypassing("PUNGLI", 2, "Bantuan dipotong/pungli", 1, "Dinsos"),
        Need("DATA", 3, "Cek/ubah desil (DTSEN)", 1, "KTP", "KK"),
        Need("SEKOLAH", 4, "Biaya sekolah (PIP/KIP)", 2, "KK", "AKTA_LAHIR_ANAK", "KARTU_PELAJAR"),
        Need("KULIAH", 4, "KIP Kuliah/surat DTSEN", 1, "KTP", "KK"),
        Need("SKTM", 5, "Surat tidak mampu (SKTM)", 1, "KTP", "KK"),
        Need("ADMINDUK", 5, "KTP, KK, akta", 1, "KK"),
        Need("RUMAH", 6, "Rumah tidak layak huni", 10, "KTP", "KK", "FOTO_RUMAH", "BUKTI_TANAH"),
        Open("BENCANA", 6, "Kebakaran/banjir/bencana", 0, 0),
        Need("USAHA", 6, "Modal usaha / kerja", 3, "KTP", "KK", "FOTO_USAHA"),
        new() { Code = "LANSIA", MenuGroup = 7, Label = "Lansia sendiri/terlantar", LocalWorkingDays = 2, DocumentNeed = DocumentNeed.Address, RequiredDocuments = ["KTP/KK"] },
        Need("DISABILITAS", 7, "Bantuan disabilitas", 5, "KTP/KIA", "KK"),
        Need("YATIM", 7, "Anak yatim/piatu", 5, "KTP/KIA", "KK", "SURAT_KEMATIAN", "KTP_WALI"),
        Open("ANAK", 7, "Anak terlantar/jalanan", 0, SecretLevel, "Kecamatan"),
        Open("JIWA", 7, "Gangguan jiwa (ODGJ)", 1, ConfidentialLevel),
        Open("TERLANTAR", 7, "Orang terlantar/jalanan", 0, 0),
        Open("KEKERASAN", 8, "Kekerasan pada orang", 0, SecretLevel, "Kecamatan"),
        Open("MIGRAN", 8, "Pekerja migran/TPPO", 0, 0),
        Open("LAIN", 9, "Lainnya / tanya info", 1, 0),
    ];

    /// <summary>The papers and what they are called.</summary>
    public static IReadOnlyList<DocumentKind> Documents { get; } =
    [
        new() { Code = "KTP", Label = "KTP", Words = ["ktp"] },
        new() { Code = "KK", Label = "KK", Words = ["kk", "kartu keluarga"] },
        new() { Code = "KTP/KK", Label = "KTP/KK", Words = ["ktp", "kk"] },
        new() { Code = "KTP/KIA", Label = "KTP/KIA", Words = ["ktp", "kia"] },
        new() { Code = "KTP_WALI", Label = "KTP wali", Words = ["ktp wali", "wali"] },
        new() { Code = "SURAT_FASKES", Label = "surat dari puskesmas/rumah sakit", Words = ["surat", "faskes", "puskesmas", "rujukan", "rumah sakit"] },
        new() { Code = "SURAT_RAWAT", Label = "surat rawat inap atau rujukan", Words = ["rawat", "rujukan", "rincian"] },
        new() { Code = "SKTM", Label = "SKTM", Words = ["sktm", "surat tidak mampu"] },
        new() { Code = "AKTA_LAHIR_ANAK", Label = "akta lahir anak", Words = ["akta", "akte"] },
        new() { Code = "KARTU_PELAJAR", Label = "kartu pelajar", Words = ["kartu pelajar", "pelajar", "nisn"] },
        new() { Code = "FOTO_RUMAH", Label = "foto rumah (atap, lantai, dinding)", Words = ["rumah", "atap", "lantai", "dinding"] },
        new() { Code = "BUKTI_TANAH", Label = "bukti tanah", Words = ["tanah", "sertifikat", "pbb"] },
        new() { Code = "FOTO_USAHA", Label = "foto usaha", Words = ["usaha", "warung", "dagangan"] },
        new() { Code = "SURAT_KEMATIAN", Label = "surat kematian orang tua", Words = ["kematian", "meninggal"] },
        new() { Code = "BUKTI", Label = "foto atau bukti", Words = ["bukti"] },
    ];

    private const int ConfidentialLevel = 1;
    private const int SecretLevel = 2;

    private static NeedCategory Need(string code, int group, string label, int days, params string[] documents) => new()
    {
        Code = code,
        MenuGroup = group,
        Label = label,
        LocalWorkingDays = days,
        DocumentNeed = DocumentNeed.Required,
        RequiredDocuments = documents,
    };

    private static NeedCategory Open(string code, int group, string label, int days, int secrecy, string? bypassTo = null) => new()
    {
        Code = code,
        MenuGroup = group,
        Label = label,
        LocalWorkingDays = days,
        DocumentNeed = DocumentNeed.Optional,
        Secrecy = secrecy,
        BypassTo = bypassTo,
    };

    private static NeedCategory Bypassing(string code, int group, string label, int days, string to) => Open(code, group, label, days, ConfidentialLevel, to);
}
