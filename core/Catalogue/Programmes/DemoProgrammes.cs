using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places.Demo;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>A few published programmes for the demo area, in our own words; each bears the note that it is an example. Sums and days of payment are left out: they go stale.</summary>
public static class DemoProgrammes
{
    private const string Owner = "Dinas Sosial Kabupaten Tegal";
    private const string Example = "Contoh untuk demo. Periksa dan ubah sebelum dipakai untuk warga.";
    private static readonly DateOnly CheckedOn = new(2026, 10, 15);

    private static readonly ProgrammeText[] Entries =
    [
        new()
        {
            Name = "PKH",
            Words = ["program keluarga harapan"],
            Summary = "bantuan tunai bersyarat dari Kementerian Sosial.",
            Conditions = "untuk keluarga kurang mampu yang punya ibu hamil, balita, anak sekolah, lansia, atau disabilitas.",
            Papers = "KTP dan KK.",
            Register = "lapor RT/RW atau Puskesos. Usulan dibahas di musyawarah desa, lalu diteruskan Dinas Sosial.",
        },
        new()
        {
            Name = "Sembako (BPNT)",
            Words = ["sembako", "bpnt", "bantuan pangan"],
            Summary = "bantuan belanja bahan pangan dari Kementerian Sosial.",
            Conditions = "untuk keluarga kurang mampu yang terdata di DTSEN.",
            Papers = "KTP dan KK.",
            Register = "lapor RT/RW atau Puskesos. Usulan dibahas di musyawarah desa, lalu diteruskan Dinas Sosial.",
        },
        new()
        {
            Name = "KIS/BPJS gratis",
            Words = ["kis", "bpjs", "pbi", "pbi jk", "kartu sehat", "kartu indonesia sehat"],
            Summary = "jaminan kesehatan yang iurannya dibayar pemerintah (PBI-JK).",
            Conditions = "untuk warga kurang mampu yang terdata. Kartu yang mati bisa diusulkan aktif lagi kalau ada surat dari puskesmas atau rumah sakit bahwa perlu berobat.",
            Papers = "KTP, KK, dan surat dari puskesmas/rumah sakit.",
            Register = "di Puskesos desa. Petugas meneruskan ke Dinas Sosial.",
        },
        new()
        {
            Name = "SKTM",
            Words = ["surat tidak mampu", "surat keterangan tidak mampu"],
            Summary = "surat keterangan tidak mampu dari desa atau kelurahan.",
            Papers = "KTP, KK, dan pengantar RT/RW.",
            Register = "di kantor desa atau kelurahan.",
        },
        new()
        {
            Name = "PIP/KIP sekolah",
            Words = ["pip", "kip", "indonesia pintar", "biaya sekolah"],
            Summary = "bantuan biaya sekolah untuk SD sampai SMA/SMK dan madrasah.",
            Conditions = "untuk anak sekolah dari keluarga kurang mampu; sekolah menandai \"layak PIP\".",
            Papers = "KK, akta lahir, dan kartu pelajar atau NISN.",
            Register = "lapor ke sekolah. Puskesos bisa membantu menghubungi.",
        },
        new()
        {
            Name = "KIP Kuliah",
            Words = ["kip kuliah", "kipk", "kip k"],
            Summary = "bantuan biaya kuliah untuk lulusan SMA/SMK dari keluarga kurang mampu.",
            Papers = "KTP dan KK. Surat keterangan DTSEN dari Dinas Sosial bila diminta kampus.",
            Register = "mendaftar sendiri secara daring; Puskesos membantu mengurus suratnya.",
        },
        new()
        {
            Name = "Desil (DTSEN)",
            Words = ["desil", "dtsen", "dtks", "data bantuan", "cek bansos"],
            Summary = "urutan kesejahteraan keluarga dari 1 sampai 10 dalam data bantuan. Desil hanya diberitahukan kepada orangnya sendiri.",
            Papers = "KTP dan KK.",
            Register = "di Puskesos desa; perubahan diusulkan lewat musyawarah desa atau aplikasi Cek Bansos.",
        },
        new()
        {
            Name = "Rumah tidak layak",
            Words = ["rutilahu", "rtlh", "bsps", "bedah rumah", "rumah tidak layak huni", "rumah roboh"],
            Summary = "bantuan perbaikan rumah tidak layak huni.",
            Conditions = "untuk rumah milik sendiri yang belum pernah dibantu.",
            Papers = "KTP, KK, foto rumah (atap, lantai, dinding), dan bukti tanah.",
            Register = "lapor ke Puskesos; petugas datang melihat, lalu diusulkan desa.",
        },
    ];

    /// <summary>Publishes the examples in the demo's regency when it has no programme yet.</summary>
    public static async Task LoadAsync(BotDbContext database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await database.Programmes.AnyAsync(row => row.RegencyCode == DemoPlaces.RegencyCode, cancellationToken)) return;
        var editing = new ProgrammeEditing(database, clock);
        foreach (var entry in Entries)
            await editing.SaveAsync(new ProgrammeEditor(DemoPlaces.RegencyCode, null), null, 0, entry with { Owner = Owner, Note = Example, CheckedOn = CheckedOn }, ProgrammeState.Published, cancellationToken);
    }
}
