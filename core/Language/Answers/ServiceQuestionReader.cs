using System.Collections.Frozen;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>
/// Reads a whole message as a question about the service ("nanya dulu pak, ini bayar gak?"). Every word must belong to the question or to its courtesies,
/// so that "pkh kok bayar" stays a complaint.
/// </summary>
public static class ServiceQuestionReader
{
    /// <summary>One word is an answer or a command, more than these are a story.</summary>
    private const int FewestWords = 2, MostWords = 14;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = Set(
        "ini itu niki ieu iki kiye kuwi niku dulu dhisik disik rumiyin heula ya y kah kok sih dong kan nih tapi terus trus lalu di sini disini sana layanan pelayanan lapor laporan pesan wa nomor nomer dengan sama pakai pake " +
        "boleh bentar sebentar dl to ta tah nggih njih yang yg sing kang nu ingkang apakah jadi sebenarnya sebenere kalo kalau nek mbok po");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Asking = Set(
        "apa apakah opo napa punapa naon berapa brp pira pinten sabaraha siapa sapa sinten saha kapan iraha gimana piye pripun kumaha apa2 po");

    /// <summary>At the end of a sentence a "no" asks ("bayar gak"), before its word it denies ("tidak bayar").</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AskingAtTheEnd = Set("tidak tdk gak ga g gk nggak ngga enggak engga ndak ora mboten boten henteu teu bukan");

    private static readonly Topic[] Topics =
    [
        new(ServiceQuestion.Cost, Set("bayar mbayar bayare bayarnya mayar dibayar bayaran dipungut biaya biayane biayanya ongkos ongkose gratis gratiskah tarif"), Set("kena perlu harus kudu ada ana aya wonten uang duit arta artos nanti kula saya pulsa ditarik urus ngurus ngurusnya")),
        new(ServiceQuestion.WhoAnswers, Set("robot bot mesin asli resmi penipuan penipu nipu hoax hoaks bener beneran siapa sapa sinten saha"), Set("orang wong tiyang jalma manusia yang jawab balas bales njawab apa atau utawa petugas punya dari saking ti layanan pemerintah kantor admin bicara ngomong chat ngechat")),
        new(ServiceQuestion.HowLong, Set("lama suwe suwene lami lamanya lamane kapan iraha"), Set("berapa brp pira pinten sabaraha hari dina dinten diproses proses prosesnya prosese selesai selesainya rampung beres dibalas ditanggapi ditindaklanjuti sampai hasil hasilnya jadinya diurus ngurus urus nunggu nunggunya menunggu tunggu kira-kira kira")),
        new(ServiceQuestion.Privacy, Set("aman rahasia dirahasiakan kerahasiaan ketahuan bocor kesebar disebar disebarkan disalahgunakan lihat liat baca ningali maca"), Set("data dataku datanya identitas nama namaku ktp kk foto nik kirim ngirim dikirim nanti siapa sapa saja aja tetangga desa lurah kades rt orang lain bisa dijamin terjamin kena kan saya ke oleh cerita keluhan pelapor")),
    ];

    /// <summary>The question that the message asks; None when it is anything else.</summary>
    public static ServiceQuestion Read(string? text)
    {
        var written = TextNormaliser.Read(text);
        foreach (var topic in Topics)
            if (IsAbout(topic, written) && Asks(topic, written)) return topic.Question;
        return ServiceQuestion.None;
    }

    private static bool Asks(Topic topic, WrittenText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsSymbol(at, '?')) return true;
            if (!text.IsWord(at)) continue;
            var word = text.Word(at);
            if (Asking.Contains(word) || word.EndsWith("kah")) return true;
            if (AskingAtTheEnd.Contains(word) && at > 0 && !(text.IsWord(at + 1) && topic.Keys.Contains(text.Word(at + 1)))) return true;
        }

        return false;
    }

    private static bool IsAbout(Topic topic, WrittenText text)
    {
        var (words, isNamed) = (0, false);
        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsDigits(at)) return false;
            if (!text.IsWord(at)) continue;
            var word = text.Word(at);
            if (++words > MostWords) return false;
            var isKey = topic.Keys.Contains(word);
            isNamed |= isKey;
            if (!isKey && !topic.Around.Contains(word) && !IsCourtesy(word)) return false;
        }

        return isNamed && words >= FewestWords;
    }

    private static bool IsCourtesy(ReadOnlySpan<char> word) =>
        Fillers.Contains(word) || Asking.Contains(word) || AskingAtTheEnd.Contains(word) || AnswerWords.Courtesy.Contains(word) || MessageWords.Greeting.Contains(word)
        || MessageWords.Address.Contains(word) || MessageWords.Wish.Contains(word) || MessageWords.Report.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A question: one of its keys must stand in the message, the words around it may.</summary>
    private sealed record Topic(ServiceQuestion Question, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Keys, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Around);
}
