namespace Puskesos.Core.Catalogue;

/// <summary>The first content of the catalogue (DOMAIN §5, texts.tsv <c>Need_*</c>); afterwards the database is the truth.</summary>
public static class CatalogueSeed
{
    /// <summary>The twenty-five needs in menu order.</summary>
    public static IReadOnlyList<NeedCategory> Categories { get; } =
    [
        Need("KIS_MATI", 1, "KIS/BPJS gratis mati", 1, "KTP", "KK", "SURAT_FASKES").HelpedBy("KARTU_KIS", "SKTM"),
        Need("KIS_BARU", 1, "Belum punya KIS/BPJS", 2, "KTP", "KK").HelpedBy("SKTM", "FOTO_RUMAH", "SURAT_FASKES"),
        Need("BIAYA_RS", 1, "Sakit butuh biaya/antar", 0, "KTP", "KK", "SKTM", "SURAT_RAWAT").HelpedBy("FOTO_RUMAH", "RINCIAN_BIAYA"),
        Need("BANSOS_USUL", 2, "Ingin dapat bansos", 5, "KTP", "KK").HelpedBy("FOTO_RUMAH", "REKENING_LISTRIK"),
        new() { Code = "BANSOS_MACET", MenuGroup = 2, Label = "Bansos tidak cair", LocalWorkingDays = 2, RequiredDocuments = ["KTP", "KK"], HelpfulDocuments = ["STRUK", "LAYAR_CEK_BANSOS"], NamesProgramme = true },
        Need("KKS", 2, "Kartu KKS hilang/rusak", 1, "KTP", "KK").HelpedBy("SURAT_POLISI"),
        Bypassing("SANGGAH", 2, "Bansos salah sasaran", 3, "Kecamatan").HelpedBy("BUKTI"),
        Bypassing("PUNGLI", 2, "Bantuan dipotong/pungli", 1, "Dinsos").HelpedBy("BUKTI"),
        Need("DATA", 3, "Cek/ubah desil (DTSEN)", 1, "KTP", "KK").HelpedBy("FOTO_RUMAH", "REKENING_LISTRIK"),
        Need("SEKOLAH", 4, "Biaya sekolah (PIP/KIP)", 2, "KK", "AKTA_LAHIR_ANAK", "KARTU_PELAJAR").HelpedBy("IJAZAH"),
        Need("KULIAH", 4, "KIP Kuliah/surat DTSEN", 1, "KTP", "KK"),
        Need("SKTM", 5, "Surat tidak mampu (SKTM)", 1, "KTP", "KK").HelpedBy("PENGANTAR_RT", "FOTO_RUMAH"),
        Need("ADMINDUK", 5, "KTP, KK, akta", 1, "KK"),
        Need("RUMAH", 6, "Rumah tidak layak huni", 10, "KTP", "KK", "FOTO_RUMAH", "BUKTI_TANAH"),
        Open("BENCANA", 6, "Kebakaran/banjir/bencana", 0, 0).HelpedBy("BUKTI"),
        Need("USAHA", 6, "Modal usaha / kerja", 3, "KTP", "KK", "FOTO_USAHA").HelpedBy("SURAT_USAHA"),
        new() { Code = "LANSIA", MenuGroup = 7, Label = "Lansia sendiri/terlantar", LocalWorkingDays = 2, DocumentNeed = DocumentNeed.Address, RequiredDocuments = ["KTP/KK"], HelpfulDocuments = ["SKTM"] },
        Need("DISABILITAS", 7, "Bantuan disabilitas", 5, "KTP/KIA", "KK").HelpedBy("SURAT_DOKTER", "SKTM"),
        Need("YATIM", 7, "Anak yatim/piatu", 5, "KTP/KIA", "KK", "SURAT_KEMATIAN", "KTP_WALI").HelpedBy("FOTO_RUMAH"),
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
        new() { Code = "KARTU_KIS", Label = "kartu KIS", Words = ["kis", "kartu kis", "bpjs"] },
        new() { Code = "REKENING_LISTRIK", Label = "rekening listrik", Words = ["listrik", "rekening listrik", "token"] },
        new() { Code = "STRUK", Label = "struk atau saldo", Words = ["struk", "saldo"] },
        new() { Code = "LAYAR_CEK_BANSOS", Label = "layar Cek Bansos", Words = ["cek bansos", "layar"] },
        new() { Code = "SURAT_POLISI", Label = "surat polisi", Words = ["polisi", "surat kehilangan", "kehilangan"] },
        new() { Code = "IJAZAH", Label = "ijazah", Words = ["ijazah"] },
        new() { Code = "PENGANTAR_RT", Label = "pengantar RT/RW", Words = ["pengantar"] },
        new() { Code = "SURAT_DOKTER", Label = "surat dokter", Words = ["dokter", "surat dokter"] },
        new() { Code = "RINCIAN_BIAYA", Label = "rincian biaya", Words = ["rincian", "biaya", "kwitansi"] },
        new() { Code = "SURAT_USAHA", Label = "SKU atau NIB", Words = ["sku", "nib"] },
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

    private static NeedCategory HelpedBy(this NeedCategory need, params string[] documents)
    {
        need.HelpfulDocuments = documents;
        return need;
    }

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
