using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>
/// Tells "KTP sama KK nyusul" from a complaint about a card with a day in it ("kartu kis ga aktif padahal besok jadwal cuci darah"): a need must never
/// be taken for a promise of papers.
/// </summary>
internal static class PapersToFollow
{
    /// <summary>"nanti ktp dan kk saya kirim belakangan ya": a longer clause tells more than that papers follow.</summary>
    private const int MostWords = 10;

    /// <summary>"nyusul" says it alone, so that a reason may stand beside it ("ktp nyusul ya hp dipinjam anak"); "besok" and "nanti" say it only among words of sending.</summary>
    private const int MostOthers = 3;

    /// <summary>Whether a clause says nothing but that papers come later.</summary>
    public static bool Tells(WrittenText text, Clause clause)
    {
        if (clause.Last - clause.First >= MostWords) return false;
        bool paper = false, follows = false, later = false;
        var others = 0;
        for (var at = clause.First; at <= clause.Last; at++)
        {
            if (!text.IsWord(at)) continue;
            var word = text.Word(at);
            if (MessageWords.PaperTrouble.Contains(word) || (at < clause.Last && MessageWords.Denial.Contains(word))) return false;
            var isPaper = MessageWords.Paper.Contains(word);
            var isLater = MessageWords.Later.Contains(word);
            var isFollow = MessageWords.Follow.Contains(word);
            (paper, later, follows) = (paper || isPaper, later || isLater, follows || isFollow);
            if (!isPaper && !isLater && !isFollow && !IsBeside(word)) others++;
        }

        return paper && (follows ? others <= MostOthers : later && others == 0);
    }

    private static bool IsBeside(ReadOnlySpan<char> word) =>
        MessageWords.Sending.Contains(word) || MessageWords.Self.Contains(word) || MessageWords.Wish.Contains(word) || MessageWords.Address.Contains(word)
        || MessageWords.Greeting.Contains(word) || MessageWords.Weak.Contains(word);
}
