namespace Puskesos.Core.Places;

/// <summary>Every place whose name stands in the text as it is written in the lists, inside the scope and outside it.</summary>
internal sealed class PlaceMentions
{
    /// <summary>No official name has more words in daily writing.</summary>
    private const int LongestName = 6;

    /// <summary>Joined letters of the longest official names.</summary>
    private const int LongestKey = 80;

    private readonly PlaceIndexData _data;
    private readonly ScopeFilter _scope;

    public PlaceMentions(PlaceIndexData data, ScopeFilter scope, List<PlaceToken> tokens)
    {
        _data = data;
        _scope = scope;
        Tokens = tokens;
        for (var from = 0; from < tokens.Count; from++)
        {
            ReadWindowsFrom(from);
        }

        DropContained();
    }

    public List<PlaceToken> Tokens { get; }

    public List<PlaceOption> Villages { get; } = [];

    public List<PlaceOption> SubDistricts { get; } = [];

    public List<PlaceOption> Regencies { get; } = [];

    public List<PlaceOption> OutsideVillages { get; } = [];

    public List<PlaceOption> OutsideSubDistricts { get; } = [];

    /// <summary>The words that may be names, whether or not a place was found for them.</summary>
    public IEnumerable<int> ContentWords =>
        Enumerable.Range(0, Tokens.Count).Where(at => Tokens[at].Role == WordRole.Content && !Tokens[at].IsDigits);

    /// <summary>The role of the word before; a name announced by "desa" is a village, by "kec" a sub-district.</summary>
    public WordRole MarkBefore(int from) => from > 0 ? Tokens[from - 1].Role : WordRole.Content;

    private void ReadWindowsFrom(int from)
    {
        Span<char> key = stackalloc char[LongestKey];
        var length = 0;
        for (var to = from; to < Tokens.Count && to - from < LongestName; to++)
        {
            if (to > from && Tokens[to].BreakBefore)
            {
                break;
            }

            var word = to > from ? PlaceTokens.CountedAs(Tokens[to].Text) : Tokens[to].Text;
            if (length + word.Length > LongestKey)
            {
                break;
            }

            word.CopyTo(key[length..]);
            length += word.Length;
            Look(key[..length], from, to + 1, MarkBefore(from));
            LookShortened(key[..length], from, to + 1);
            LookGlued(key[..length], from, to + 1);
        }
    }

    private void LookShortened(ReadOnlySpan<char> key, int from, int to)
    {
        var first = Tokens[from].Text;
        if (to > from + 1 && PlaceVocabulary.ShortFirstWords.TryGetValue(first, out var whole))
        {
            Look(string.Concat(whole, key[first.Length..]), from, to, MarkBefore(from), PlaceOption.TranslatedCost);
            return;
        }

        // "krganyar": the shortened part may be glued to the rest.
        for (var length = PlaceVocabulary.ShortestGlued; length <= PlaceVocabulary.LongestShort && first.Length >= 2 * length; length++)
        {
            if (PlaceVocabulary.ShortFirstWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(first.AsSpan(0, length), out var part))
            {
                Look(string.Concat(part, key[length..]), from, to, MarkBefore(from), PlaceOption.TranslatedCost);
            }
        }
    }

    private void LookGlued(ReadOnlySpan<char> key, int from, int to)
    {
        foreach (var (mark, role) in PlaceVocabulary.GluedMarks)
        {
            if (Tokens[from].Text.Length > mark.Length + 2 && key.StartsWith(mark))
            {
                Look(key[mark.Length..], from, to, role);
            }
        }
    }

    private void Look(ReadOnlySpan<char> key, int from, int to, WordRole mark, double shortened = 0)
    {
        var weak = to == from + 1 && Tokens[from].Role != WordRole.Content;
        for (var at = _data.VillageNames.Find(key); at >= 0; at = _data.VillageNames[at].Next)
        {
            var hit = _data.VillageNames[at];
            var option = new PlaceOption(hit.Place, from, to, PlaceOption.CostOf(hit.Source) + shortened, mark, weak);
            if (_scope.HoldsVillage(hit.Place))
            {
                Villages.Add(option);
            }
            else if (hit.Source <= NameSource.Alias && shortened == 0)
            {
                OutsideVillages.Add(option);
            }
        }

        for (var at = _data.SubDistrictNames.Find(key); at >= 0; at = _data.SubDistrictNames[at].Next)
        {
            var hit = _data.SubDistrictNames[at];
            var list = _scope.HoldsSubDistrict(hit.Place) ? SubDistricts : OutsideSubDistricts;
            list.Add(new PlaceOption(hit.Place, from, to, PlaceOption.CostOf(hit.Source) + shortened, mark, weak));
        }

        for (var at = _data.RegencyNames.Find(key); at >= 0; at = _data.RegencyNames[at].Next)
        {
            var hit = _data.RegencyNames[at];
            Regencies.Add(new PlaceOption(hit.Place, from, to, PlaceOption.CostOf(hit.Source), mark, weak));
        }
    }

    /// <summary>"Slawi" inside "slawi kulon" is no told sub-district: the longer name holds the shorter.</summary>
    private void DropContained()
    {
        var longest = Villages.Concat(SubDistricts).Concat(Regencies)
            .Where(option => option.Words > 1 && option.Cost < PlaceOption.StemCost)
            .ToList();
        var longestOutside = OutsideVillages.Concat(OutsideSubDistricts).Where(option => option.Words > 1).ToList();
        var paired = Villages.Where(IsWithItsSubDistrict).ToList();
        Drop(Villages, longest);
        Villages.AddRange(paired.Except(Villages));
        Drop(SubDistricts, longest);
        Drop(Regencies, longest);
        Drop(OutsideVillages, [.. longest, .. longestOutside]);
        Drop(OutsideSubDistricts, [.. longest, .. longestOutside]);
    }

    /// <summary>"geulumpang pirak timu": Geulumpang of Pirak Timu, although a Geulumpang Pirak lies elsewhere.</summary>
    private bool IsWithItsSubDistrict(PlaceOption village) => SubDistricts.Exists(option =>
        option.Place == _data.Tables.Villages[village.Place].SubDistrict && (option.To == village.From || village.To == option.From));

    private static void Drop(List<PlaceOption> options, List<PlaceOption> longest) =>
        options.RemoveAll(option => longest.Exists(other =>
            other.Words > option.Words && other.From <= option.From && option.To <= other.To));
}
