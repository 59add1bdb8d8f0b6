namespace Puskesos.Core.Places;

/// <summary>Weighs the villages and sub-districts that a text may mean inside the scope, and says what is meant.</summary>
internal sealed class InsideChoice(PlaceMentions mentions, PlaceTables tables, ScopeFilter scope)
{
    /// <summary>Each word of the text that a reading explains weighs this much; an edit weighs one.</summary>
    private const double ExplainedWord = 3;

    private const double SubDistrictToldBefore = 3;
    private const double VillageMark = 1;
    private const double SmallerThanVillage = -3;
    private const double SubDistrictMark = -2;

    /// <summary>A sub-district of this many words is not found by chance.</summary>
    private const int LongName = 3;

    /// <summary>Two readings this near to each other are not told apart by us but by the resident.</summary>
    private const double Tie = 0.05;

    private readonly List<PlaceOption> _villages = [.. mentions.Villages];
    private readonly List<PlaceOption> _subDistricts = [.. mentions.SubDistricts];

    /// <summary>Told as sub-districts and misspelled; a village inside one ("tanjung muda" in "sinembah tanjung mud hulu") is not what was told.</summary>
    private readonly List<PlaceOption> _nearSubDistricts = [];

    /// <summary>Adds readings that are near, not exact.</summary>
    public void Add(IReadOnlyCollection<PlaceOption> villages, IReadOnlyCollection<PlaceOption> subDistricts)
    {
        _villages.AddRange(villages);
        _subDistricts.AddRange(subDistricts);
        _nearSubDistricts.AddRange(subDistricts.Where(option => option.Mark == WordRole.SubDistrictMark || option.Words >= LongName));
    }

    /// <summary>The best readings, one per village, best first; all within <see cref="Tie"/> of each other.</summary>
    public List<Reading> Best()
    {
        var readings = _villages
            .Select(Weigh)
            .Where(reading => reading is not null)
            .Select(reading => reading!)
            .GroupBy(reading => reading.Village.Place)
            .Select(group => group.MaxBy(reading => reading.Weight)!)
            .ToList();
        if (readings.Count == 0)
        {
            return readings;
        }

        var best = readings.Max(reading => reading.Weight);
        return [.. readings.Where(reading => best - reading.Weight <= Tie).OrderBy(reading => reading.Village.Place)];
    }

    /// <summary>The told sub-district when no village is; marked ones first, then the first told.</summary>
    public PlaceOption? ToldSubDistrictAlone() => _subDistricts
        .Where(option => !option.IsWeak || option.Mark == WordRole.SubDistrictMark)
        .Where(option => option.Mark is not (WordRole.HamletMark or WordRole.NameMark))
        .OrderBy(option => option.Cost)
        .ThenByDescending(option => option.Mark == WordRole.SubDistrictMark)
        .ThenBy(option => option.From)
        .Select(option => (PlaceOption?)option)
        .FirstOrDefault();

    /// <summary>A told sub-district that is not the village's own, in other words than the village's.</summary>
    public PlaceOption? Contradicting(Reading reading) => _subDistricts
        .Where(option => option.IsExact && !option.IsWeak && !option.Overlaps(reading.Village)
            && option.Place != tables.Villages[reading.Village.Place].SubDistrict)
        .Select(option => (PlaceOption?)option)
        .FirstOrDefault();

    /// <summary>The sub-district that has the same words as the village.</summary>
    public PlaceOption? OfSameName(PlaceOption village) => _subDistricts
        .Where(option => option.SameWordsAs(village) && option.IsExact == village.IsExact)
        .Select(option => (PlaceOption?)option)
        .FirstOrDefault();

    private Reading? Weigh(PlaceOption village)
    {
        if (_nearSubDistricts.Exists(option => option.Words > village.Words && option.From <= village.From && village.To <= option.To))
        {
            return null;
        }

        var subDistrict = SupportOf(village);
        var told = scope.SubDistrict >= 0 && tables.Villages[village.Place].SubDistrict == scope.SubDistrict;
        if (village.IsWeak && subDistrict is null && !told && village.Mark != WordRole.VillageMark && !IsAllThatWasSaid(village))
        {
            return null;
        }

        // "slawi" is the sub-district, not half of Slawi Kulon or Slawi Wetan.
        if ((village.Mark == WordRole.SubDistrictMark || village.Cost >= PlaceOption.StemCost)
            && _subDistricts.Exists(option => option.IsExact && option.SameWordsAs(village)))
        {
            return null;
        }

        var weight = (ExplainedWord * village.Words) - village.Cost + WeightOf(village.Mark);
        weight += subDistrict is { } support ? (ExplainedWord * support.Words) - support.Cost : told ? SubDistrictToldBefore : 0;

        // More edits than the words are worth: "tinggi" is no misspelled Linggo Sari.
        return weight > 0 ? new Reading(village, subDistrict, weight) : null;
    }

    private static double WeightOf(WordRole mark) => mark switch
    {
        WordRole.VillageMark => VillageMark,
        WordRole.SubDistrictMark => SubDistrictMark,
        WordRole.HamletMark or WordRole.NameMark => SmallerThanVillage,
        _ => 0,
    };

    /// <summary>The village's own sub-district, told in other words.</summary>
    private PlaceOption? SupportOf(PlaceOption village) => _subDistricts
        .Where(option => option.Place == tables.Villages[village.Place].SubDistrict && !option.Overlaps(village))
        .OrderBy(option => option.Cost - (ExplainedWord * option.Words))
        .Select(option => (PlaceOption?)option)
        .FirstOrDefault();

    private bool IsAllThatWasSaid(PlaceOption village) =>
        mentions.Tokens.Count == village.Words || mentions.ContentWords.All(at => village.From <= at && at < village.To)
            && mentions.Tokens.Count <= village.Words + 2;
}

/// <summary>A village that is meant, the told sub-district that supports it, and how much speaks for it.</summary>
internal sealed record Reading(PlaceOption Village, PlaceOption? SubDistrict, double Weight)
{
    /// <summary>"Sirah Pulau Padang" is more than the city of Padang, and "sidoarjo kec sruweng" is no city at all.</summary>
    public bool IsBetterThan(PlaceOption regency) =>
        (Village.Overlaps(regency) && (SubDistrict is not null || Village.Words > regency.Words))
        || (SubDistrict is { } told && told.Overlaps(regency) && told.Words > regency.Words);
}
