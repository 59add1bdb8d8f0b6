using System.Collections.Frozen;

namespace Puskesos.Core.Language.Answers;

/// <summary>The words of short answers in Indonesian, Javanese (ngoko, krama, ngapak) and Sundanese.</summary>
internal static class AnswerWords
{
    /// <summary>Words of courtesy that change nothing in an answer.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Courtesy = Set(
        "pak bu bapak ibu mas mba mbak mbk bang kak kang teh min admin mimin bos gan om tante bunda mbah lik yu aa neng nok le " +
        "dong deh sih kok loh lho nih tuh kan ah eh oh hehe hihi wkwk haha atuh mah euy tah nya lah to ta yah si e " +
        "terima kasih makasih mksh trimakasih terimakasih trims suwun nuwun matur hatur nuhun tq thanks mohon maaf punten nuwunsewu ngapunten " +
        "saya aku kula abdi nyong inyong itu niku kuwi sekali banget sanget pisan saja aja wae bae mawon dulu dhisik rumiyin heula " +
        "bapa ema emak mang bi wa assalamualaikum insyaallah insya allah alhamdulillah sepertinya kayaknya kayane kadose sigana");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Yes = Set(
        "ya iya iyah y yaa iyaa iyo yo yoi yup yap yep yes yess yaps inggih enggih nggih njih ngih nggeh enjih injih inggeh muhun sumuhun enya enyaan heeh hooh heueuh hooh he'eh ho'oh " +
        "ok oke okey okay okeh okee oks okelah siap siyap betul btul betol btl benar bnr bener bnar leres sarujuk rujuk setuju stuju stju satuju sepakat cocok pas sip siip " +
        "boleh bole monggo mangga kersa kenging bisa bs saged tiasa biso mau gelem purun baik baiklah tentu pasti jelas lanjut lanjutkan yakin");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> No = Set(
        "tidak tdk tidk tdak tak gak ga gk g gx nggak ngga enggak engga gag kagak kaga ndak ndk nda dak ora orak mboten boten mbonten embuten mbotensih " +
        "henteu hente teu moal laka bukan bkn bukn dudu sanes sanesna salah keliru kliru jangan jgn ulah emoh emong no nope n wegah ogah embung alim batal");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotYet = Set(
        "belum blm blum blom belom belon bleum belm durung durong dereng drg acan tacan encan");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Already = Set(
        "sudah sdh udah udh dah suda sudh wis wes uwis uwes sampun mpun atos parantos geus enggeus telah beres rampung");

    /// <summary>Words after a "no" that keep it a plain no: "ga usah", "teu aya", "ora ana", "tidak setuju".</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StaysNo = Set(
        "usah usa perlu prlu perlulah kudu kedah ada ana aya wonten onten enten mau arep gelem purun kersa hoyong hayang bisa bs saged tiasa iso setuju stuju satuju sarujuk sepakat " +
        "benar betul bener bnr btl leres cocok pas sesuai jadi sida sios boleh begitu gitu ngono kitu jg juga lagi malih deui ah deh pernah yakin mungkin kok");

    /// <summary>Words after a "no" that mean "it does not matter".</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DoesNotMatter = Set(
        "papa papapa apa apapa popo napa nopo nanaon masalah kenapa ngapa kunanaon keberatan kaberatan");

    /// <summary>Words after a "no" that leave the question open: "gak tau".</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unsure = Set(
        "tau tahu taw ngerti terang apal weruh nyaho yakin pasti paham mudeng ngartos jelas");

    /// <summary>Words after "sudah" that make it a question: "sudah sampai mana".</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Asks = Set(
        "sampai sampe mana kapan berapa apa gimana bagaimana tekan dugi nganti kumaha pripun");

    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> After = Set(
        "ada ana aya wonten onten enten pernah punya duwe gadah gaduh lengkap siap sempat sempet dapat dpt oleh angsal");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
