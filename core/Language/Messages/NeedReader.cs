using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Finds the need of a message, and a second one where a clause that begins with "sama", "juga", "sekalian" clearly tells another.</summary>
internal sealed class NeedReader(LanguageLexicon lexicon, IComplaintModel complaints)
{
    /// <summary>Weight that a need must have in its own clause to stand beside another.</summary>
    private const double ClearAlone = 3;

    /// <summary>Further back than this nothing new is told; keeps a hostile row of "sama sama sama" cheap.</summary>
    private const int MostWords = 200;
    private const int MostSplits = 6;

    public ComplaintReading Read(WrittenText text, int[] words, StoryMask mask, out IReadOnlyList<string> needs)
    {
        for (var i = 0; i < words.Length; i++)
            if (mask.IsRemoved(i))
                words[i] = Vocabulary.Removed;
        var second = SecondNeed(text, words, mask);
        var whole = ReadPart(text, words, 0, words.Length - 1);
        needs = second is { } pair ? [pair.First, pair.Second] : whole.IsClear ? [whole.Best!.Code] : [];
        return whole;
    }

    private (string First, string Second)? SecondNeed(WrittenText text, int[] words, StoryMask mask)
    {
        var splits = 0;
        foreach (var clause in mask.Clauses)
        {
            if (clause.First > MostWords)
                return null;
            var at = clause.First;
            while (at <= clause.Last && (mask.IsRemoved(at) || !text.IsWord(at)))
                at++;
            for (var i = at; i <= clause.Last && i <= MostWords; i++)
            {
                if (!IsAnd(text, i) || (i > at && !TellsWish(text, i, clause.Last)) || i == 0 || splits++ >= MostSplits)
                    continue;
                var before = ReadPart(text, words, 0, i - 1);
                var after = ReadPart(text, words, i, words.Length - 1);
                if (before.Best is { Weight: >= ClearAlone } first && after.Best is { Weight: >= ClearAlone } other && first.Code != other.Code && Stands(before, other.Code) && Stands(after, first.Code))
                    return (first.Code, other.Code);
            }
        }
        return null;
    }

    /// <summary>The other part's need is not nearly as good an explanation of this part.</summary>
    private static bool Stands(ComplaintReading part, string otherCode)
    {
        foreach (var candidate in part.Candidates)
            if (candidate.Code == otherCode)
                return part.Best!.Weight - candidate.Weight >= 1;
        return true;
    }

    private ComplaintReading ReadPart(WrittenText text, int[] words, int first, int last)
    {
        if (first > last)
            return ComplaintReading.OutOfScope;
        var part = (int[])words.Clone();
        Array.Clear(part, 0, first);
        Array.Clear(part, last + 1, part.Length - last - 1);
        return complaints is ComplaintLexicon own ? own.Read(text, part, isWhole: first == 0 && last == part.Length - 1) : complaints.Read(TextNormaliser.Read(Original(text, first, last)));
    }

    private static string Original(WrittenText text, int first, int last) => text.Original[text.OriginalStart(first)..(text.OriginalEnd(last) + 1)];

    private bool TellsWish(WrittenText text, int at, int last)
    {
        for (var i = at + 1; i <= Math.Min(last, at + 4); i++)
            if (text.IsWord(i) && (MessageWords.Wish.Contains(text.Word(i)) || lexicon.Words.Find(text.Word(i)) == lexicon.Words.Exact("minta")))
                return true;
        return false;
    }

    private static bool IsAnd(WrittenText text, int at) => text.IsWord(at) && text.Word(at)
        is "sama" or "juga" or "dan" or "terus" or "trus" or "trs" or "sekalian" or "plus" or "serta" or "kalih" or "sareng" or "karo" or "lan" or "ugi" or "selain" or "jeung" or "sm" or "dn" or "n" or "satunya";
}
