using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Reads for whom somebody complains; "anak saya" alone is a hint and no answer, only "untuk …" after it counts.</summary>
public static class ForWhomReader
{
    /// <summary>A longer text is a story, not an answer to "untuk siapa?".</summary>
    private const int LongestAnswer = 5;

    /// <summary>Reads a whole message as the answer to "untuk siapa?": "buat saya", "sy sendiri", "utk tetangga", "istri". A parent may live elsewhere: that is <see cref="ForWhom.Relative"/>.</summary>
    public static ForWhom ReadAnswer(string? message)
    {
        var text = TextNormaliser.Read(message);
        if (text.Count is 0 or > LongestAnswer) return ForWhom.NotSaid;
        var first = IsFor(text, 0) ? 1 : 0;
        if (!text.IsWord(first)) return ForWhom.NotSaid;
        var word = text.Word(first);
        var isSelf = MessageWords.Self.Contains(word) || word is "diri" or "awak" || IsAlone(word);
        if (isSelf) return ForWhom.Self;
        if (HasWord(text, "serumah") || HasWord(text, "saomah") || HasWord(text, "sagriya")) return ForWhom.Household;
        return Other(text, first) is not ForWhom.NotSaid and var other ? other : IsRelative(word) || (word is "orang" && text.Is(first + 1, "tua")) ? ForWhom.Relative : ForWhom.NotSaid;
    }

    internal static (ForWhom Who, int First, int Last) Find(WrittenText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!IsFor(text, i) && !text.Is(i, "mewakili"))
                continue;
            if (Read(text, i) is { Who: not ForWhom.NotSaid } found)
                return found;
        }
        return (ForWhom.NotSaid, -1, -1);
    }

    private static (ForWhom Who, int First, int Last) Read(WrittenText text, int at)
    {
        var next = at + 1;
        if (!text.IsWord(next))
            return default;
        var word = text.Word(next);
        if (MessageWords.Self.Contains(word) || word is "diri" or "awak")
        {
            var last = next + 1;
            if (text.IsWord(last) && (text.Word(last) is "saya" or "sy" or "kula" or "abdi"))
                last++;
            return text.IsWord(last) && IsAlone(text.Word(last)) ? (ForWhom.Self, at, last) : default;
        }
        var reports = at > 0 && text.IsWord(at - 1) && (MessageWords.Report.Contains(text.Word(at - 1)) || text.Word(at - 1) is "keluhan" or "melaporkan");
        var end = text.IsWord(next + 1) && (MessageWords.Self.Contains(text.Word(next + 1)) || text.Word(next + 1) is "lain") ? next + 1 : next;
        if (!reports && !text.Is(at, "mewakili"))
            return default;
        var other = Other(text, next);
        var takesTwo = word is "orang" or "wong" or "tiyang" or "jalmi" or "keluarga";
        return other == ForWhom.NotSaid ? default : (other, at, takesTwo ? next + 1 : end);
    }

    /// <summary>Whom the words from here on name, when it is not the writer.</summary>
    private static ForWhom Other(WrittenText text, int at) => text.Word(at) switch
    {
        "tetangga" or "tonggo" or "tangga" or "tatangga" or "teman" or "kenalan" or "warga" or "kancane" or "batur" => ForWhom.SomebodyElse,
        "orang" or "wong" or "tiyang" or "jalmi" when text.Is(at + 1, "lain") || text.Is(at + 1, "liya") || text.Is(at + 1, "sanes") => ForWhom.SomebodyElse,
        "anak" or "suami" or "istri" or "bojo" or "semah" or "salaki" or "pamajikan" => ForWhom.Household,
        "keluarga" when text.Is(at + 1, "serumah") => ForWhom.Household,
        _ => ForWhom.NotSaid,
    };

    private static bool HasWord(WrittenText text, string word)
    {
        for (var at = 0; at < text.Count; at++)
            if (text.Is(at, word)) return true;
        return false;
    }

    private static bool IsRelative(ReadOnlySpan<char> word) => word
        is "ibu" or "bapak" or "ayah" or "emak" or "mak" or "mamak" or "mbok" or "simbok" or "biyung" or "bapake" or "ibuk" or "mama" or "papa" or "orangtua" or "ortu" or "nenek" or "kakek" or "mbah" or "simbah"
        or "eyang" or "nini" or "aki" or "adik" or "adek" or "adi" or "kakak" or "mbakyu" or "kangmas" or "mertua" or "mertuwa" or "keponakan" or "ponakan" or "cucu" or "putu" or "incu" or "paman" or "bibi" or "om"
        or "tante" or "bude" or "pakde" or "bulik" or "paklik" or "uwa" or "saudara" or "sodara" or "sedulur" or "dulur" or "menantu" or "mantu" or "ipar" or "besan" or "sepupu";

    private static bool IsFor(WrittenText text, int at) =>
        text.IsWord(at) && text.Word(at) is ("untuk" or "utk" or "buat" or "nggo" or "kangge" or "kanggo" or "bagi" or "utuk" or "bwt" or "kanggé");

    private static bool IsAlone(ReadOnlySpan<char> word) => word is "sendiri" or "dewek" or "dhewek" or "piyambak" or "nyalira" or "pribadi" or "sorangan" or "dewe" or "dhewe" or "sndiri" or "sndri";
}
