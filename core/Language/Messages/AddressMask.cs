using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Takes the writer's address out of the story, but leaves a place that the story is about.</summary>
internal static class AddressMask
{
    public static void Apply(WrittenText text, StoryMask mask, PlaceReading place, IReadOnlyList<NeighbourhoodNumber> neighbourhoods)
    {
        if (place.Start < 0 || place.Kind == PlaceKind.None)
            return;
        foreach (var clause in mask.Clauses)
        {
            if (clause.First >= text.Count || text.OriginalStart(clause.First) > place.End || text.OriginalEnd(clause.Last) < place.Start)
                continue;
            var (first, last) = Extend(text, clause, place);
            if (!IsOwnAddress(text, mask, clause, first, last))
                return;
            mask.Remove(first, last);
            foreach (var neighbourhood in neighbourhoods)
                if (neighbourhood.Start >= text.OriginalStart(clause.First) && neighbourhood.End <= text.OriginalEnd(clause.Last))
                    mask.RemoveSpan(neighbourhood.Start, neighbourhood.End);
        }
    }

    /// <summary>The name with the words of place before it: "di ds jatibogor", "dari desa …", "kec" between village and sub-district.</summary>
    private static (int First, int Last) Extend(WrittenText text, Clause clause, PlaceReading place)
    {
        int first = -1, last = -1;
        for (var i = clause.First; i <= clause.Last; i++)
            if (text.OriginalStart(i) <= place.End && text.OriginalEnd(i) >= place.Start)
                (first, last) = (first < 0 ? i : first, i);
        while (first > clause.First && (text.IsSymbol(first - 1, '.') || text.IsSymbol(first - 1, ':') || (text.IsWord(first - 1) && MessageWords.At.Contains(text.Word(first - 1)))))
            first--;
        return (first, last);
    }

    /// <summary>"saya di …", "abdi ti …", beside the name, or nothing else of weight in the clause.</summary>
    private static bool IsOwnAddress(WrittenText text, StoryMask mask, Clause clause, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (text.IsWord(i) && MessageWords.Self.Contains(text.Word(i)))
                return true;
        if (first > clause.First && (mask.IsRemoved(first - 1) || MessageWords.Self.Contains(text.Word(first - 1))))
            return true;
        for (var i = clause.First; i <= clause.Last; i++)
            if ((i < first || i > last) && !mask.IsRemoved(i) && text.IsWord(i) && !MessageWords.Weak.Contains(text.Word(i)) && !MessageWords.At.Contains(text.Word(i)))
                return false;
        return true;
    }
}
