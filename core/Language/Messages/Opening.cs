using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>The words with which a message opens before it comes to the matter.</summary>
internal static class Opening
{
    /// <summary>"bu sy mau": a short form of address; "ibu saya sakit" is about the mother.</summary>
    public static int SkipGreeting(WrittenText text, int at, int last)
    {
        while (at <= last)
        {
            if (text[at].Kind == TokenKind.Symbol && text.Word(at)[0] != '#')
                at++;
            else if (text.IsWord(at) && (MessageWords.Greeting.Contains(text.Word(at)) || IsAddress(text, at, last)))
                at++;
            else
                return at;
        }
        return at;
    }

    /// <summary>"saya mau lapor", "nyong arep takon", "izin bertanya", and "soal", "kalau" after it.</summary>
    public static int SkipReport(WrittenText text, int from, int last)
    {
        var at = from;
        for (var words = 0; at <= last && words < 5; at++, words++)
        {
            if (!text.IsWord(at))
                return from;
            var word = text.Word(at);
            if (MessageWords.Report.Contains(word))
                return IsEarlierReport(text, at, last) ? from : AfterReport(text, at + 1, last);
            if (!MessageWords.Self.Contains(word) && !MessageWords.Wish.Contains(word) && !IsAddress(text, at, last) && word is not ("perkenalkan" or "disini" or "ingin" or "melalui" or "ini" or "minta"))
                return from;
        }
        return from;
    }

    /// <summary>First token of "kumaha nya", "gimana ya pak", "terima kasih" at the end, else the token after the clause.</summary>
    public static int TailStart(WrittenText text, int first, int last)
    {
        var at = last;
        while (at >= first && (text[at].Kind == TokenKind.Symbol || IsCourtesyTail(text.Word(at))))
            at--;
        if (at >= first && text.IsWord(at) && text.Word(at) is "kumaha" or "gimana" or "gmn" or "pripun" or "priben" or "kepriben" or "kepriwe" or "piye" or "bagaimana" or "bgmn" or "gmna" or "kepriye")
            return at;
        return last + 1;
    }

    /// <summary>"laporan saya yang minggu lalu": the report is what the message is about.</summary>
    private static bool IsEarlierReport(WrittenText text, int at, int last) =>
        text.Word(at) is "laporan" && at < last && text.IsWord(at + 1) && (MessageWords.Self.Contains(text.Word(at + 1)) || text.Word(at + 1) is "yang" or "yg" or "kemarin" or "kmrn" or "kmaren" or "wingi" or "bulan" or "minggu" or "tadi");

    private static int AfterReport(WrittenText text, int at, int last)
    {
        while (at <= last && text.IsWord(at) && (MessageWords.About.Contains(text.Word(at)) || IsAddress(text, at, last)))
            at++;
        return at;
    }

    private static bool IsAddress(WrittenText text, int at, int last)
    {
        if (!text.IsWord(at) || !MessageWords.Address.Contains(text.Word(at)))
            return false;
        var isKin = text.Word(at) is "ibu" or "bapak" or "tante" or "om" or "bapa" or "bpk" or "mas" or "mbak" or "kakang" or "aa" or "teh" or "ka";
        return !isKin || at == last || !text.IsWord(at + 1) || text.Word(at + 1) is "pak" or "bu" or "bapak" or "ibu" or "sekalian" or "puskesos" or "dinsos" or "petugas"
            || (!MessageWords.Self.Contains(text.Word(at + 1)) && text.Word(at) is "mas" or "mbak" or "teh" or "ka" or "aa");
    }

    private static bool IsCourtesyTail(ReadOnlySpan<char> word) =>
        word is "ya" or "nya" or "nggih" or "pak" or "bu" or "ibu" or "bapak" or "min" or "mas" or "mbak" or "yah" or "kak" or "caranya" or "terima" or "kasih" or "makasih" or "suwun" or "nuwun" or "matur" or "hatur" or "nuhun" or "atuh" or "niki" or "iki" or "solusinya"
            or "terimakasih" or "trimakasih" or "mksh" or "punten";
}
