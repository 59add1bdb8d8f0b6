using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Reads for whom somebody complains; "anak saya" alone is a hint and no answer, only "untuk …" after it counts.</summary>
internal static class ForWhomReader
{
    public static (ForWhom Who, int First, int Last) Find(WrittenText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i) || text.Word(i) is not ("untuk" or "utk" or "buat" or "nggo" or "kangge" or "kanggo" or "bagi" or "mewakili" or "utuk" or "bwt" or "kanggé"))
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
        return word switch
        {
            "tetangga" or "tonggo" or "tangga" or "tatangga" or "teman" or "kenalan" or "warga" or "kancane" or "batur" => (ForWhom.SomebodyElse, at, end),
            "orang" or "wong" or "tiyang" or "jalmi" when text.Is(end, "lain") || text.Is(next + 1, "liya") || text.Is(next + 1, "sanes") => (ForWhom.SomebodyElse, at, next + 1),
            "anak" or "suami" or "istri" or "bojo" or "semah" or "salaki" or "pamajikan" => (ForWhom.Household, at, end),
            "keluarga" when text.Is(next + 1, "serumah") => (ForWhom.Household, at, next + 1),
            _ => default,
        };
    }

    private static bool IsAlone(ReadOnlySpan<char> word) => word is "sendiri" or "dewek" or "dhewek" or "piyambak" or "nyalira" or "pribadi" or "sorangan" or "dewe" or "dhewe" or "sndiri" or "sndri";
}
