using System.Collections.Frozen;

namespace Puskesos.Core.Language.Messages;

/// <summary>The words around a complaint: greetings, forms of address, introductions, prepositions.</summary>
internal static class MessageWords
{
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Greeting = Set(
        "assalamualaikum assalamu'alaikum asalamualaikum assalammualaikum asalamu'alaikum assalamu alaikum alaikum aslmkm askum ass aslm samlekum mikum assalam wr wb wrwb warahmatullah wabarakatuh warohmatullahi wabarokatuh warahmatullahi wabarakatuhu " +
        "selamat slamat slmt met pagi siang sore malam malem mlm pg sore2 halo hallo haloo hai hay hi hei hey hello helo permisi permisii misi punten kulonuwun nuwun sewu amit ngapunten sugeng enjing siyang sonten dalu wilujeng wengi sampurasun rampes " +
        "p ping tes test salam sejahtera kita semua shalom swastiastu namo buddhaya yth kepada bot spada monggo maaf mohon nyuwunsewu pangapunten hapunten");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Address = Set(
        "pak bu mas mba mbak mbk bang kak min admin mimin bos gan om tante ka teh akang kang bapake ibune dinsos puskesos petugas aa ibu bapak bapa bpk bapak2 ibu2 sekalian semua");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Self = Set(
        "saya sy sya saia aku ak aq kula kulo nyong inyong enyong abdi kuring gue gw simkuring kami kawula");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Wish = Set(
        "mau mw mo ingin pengin pengen pingin arep ajeng badhe bade rek hoyong hayang hendak akan nyuwun izin ijin numpang pan");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Report = Set(
        "lapor lapr melapor nglapor ngelapor laporan tanya nanya bertanya takon taken tanglet naros konsultasi mengadu ngadu curhat matur ngadukeun ngadugikeun mengeluh sambat wadul nanyakan menanyakan");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> About = Set(
        "soal masalah tentang mengenai perihal bahwa kalau kalo klo bab ngeunaan tentang prihal bilih menawi nek");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> At = Set(
        "di dari dr dri ti saking sangking sekang kang seko saka neng nang ning ing teng wonten warga asal alamat alamatnya tinggal rumah domisili orang wong tiyang desa ds kelurahan kel kecamatan kec kab kabupaten dusun dukuh dsn dk dkh " +
        "kampung kp blok gang gg jl jalan rt rw saya sy berasal lokasi manggen manggon linggih dalem bumi posisi d dsa kalurahan kalurahan kacamatan");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weak = Set(
        "saya sy sya aku kula kulo nyong inyong enyong abdi kuring ini niki ieu iki dengan dg sama nama jeneng nami tinggal umur usia th thn tahun ya nggih nya dan asli warga orang wong adalah yaitu bernama atas kami dari dr di ti neng nang saking mau " +
        "mohon maaf arep badhe bade untuk utk buat kok lan sareng perkenalkan kenalkan perkenalken kenalin ijin izin itu pak bu desa ds kec kecamatan kab kabupaten kelurahan kel dusun rt rw alamat kp kampung dukuh yang mana sendiri anu");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Paper = Set(
        "ktp kk kartu akta akte berkas berkase foto fotonya fotone poto potona surat suratnya dokumen syarat persyaratan syaratnya fotokopi fc ijazah sktm kelengkapan bukti nisn raport rapor kia buku skck");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Follow = Set(
        "nyusul menyusul susul disusul susulan disusulkan nyusulkan menyusulkan belakangan");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Later = Set(
        "nanti nti ntar entar mengko mangke engke engkin engko kantun besok bsk sesuk enjing isuk takkirim");

    /// <summary>What is done with papers that come later, and when.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sending = Set(
        "kirim ngirim dikirim kirimkan kirimin tak kirimi kintun kintunkeun upload unggah foto fotoin fotokan difoto scan antar anter bawa gawa bawakan serahkan lengkapi dilengkapi lengkap semua semuanya sadaya kabeh " +
        "sore malam bengi siang pagi lusa senin selasa rabu kamis jumat sabtu minggu hari jam tgl tanggal dulu rumiyin heula masih boleh gpp gapapa aja saja mawon wae bae kalau klo kalo nek lan jeung sareng karo kalih keluarga kelahiran lahir");

    /// <summary>A word of these beside a paper tells what is wrong with it.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PaperTrouble = Set(
        "hilang ilang ical leungit rusak cair mati aktif aktip nonaktif ditolak blokir diblokir keblokir terblokir ketelan tertelan");

    /// <summary>"no": at the end of a clause it asks ("nyusul boleh ga"), before its word it denies.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Denial = Set(
        "tidak tdk gak ga gk g nggak ngga enggak engga ndak ora mboten boten henteu teu");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ask = Set(
        "apa apakah bagaimana gimana gmn bgmn gmna kumaha pripun kepriwe kepriben piye priben kapan dimana mana berapa brp pira syarat syaratnya syarate cara caranya carane tanya apaan iraha pinten sabaraha naon punapa napa opo siapa sampai");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
