namespace Puskesos.Core.Places;

/// <summary>The piece of the text that told the place, announcing words and the told regency included, so that it can be cut out.</summary>
internal static class PlaceSpan
{
    /// <summary>Village and sub-district further apart than this are two pieces; only the village's is cut out then.</summary>
    private const int WidestGap = 3;

    public static PlaceFinding Cover(
        PlaceFinding finding,
        List<PlaceToken> tokens,
        ToldRegency? regency,
        IReadOnlyCollection<PlaceOption> words)
    {
        var (from, to) = (words.First().From, words.First().To);
        foreach (var option in words.Concat(regency is null ? [] : [regency.Words]).OrderBy(option => option.From))
        {
            if (option.To <= from && from - option.To <= WidestGap)
            {
                from = option.From;
            }
            else if (option.From >= to && option.From - to <= WidestGap)
            {
                to = option.To;
            }
        }

        while (from > 0 && IsAnnouncing(tokens[from - 1].Role))
        {
            from--;
        }

        return finding with { Start = tokens[from].Start, End = tokens[to - 1].End };
    }

    private static bool IsAnnouncing(WordRole role) =>
        role is WordRole.VillageMark or WordRole.SubDistrictMark or WordRole.RegencyMark or WordRole.CityMark;
}
