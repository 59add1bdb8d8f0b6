using System.Globalization;

namespace Puskesos.Core.Places;

/// <summary>Names a place that lies outside the scope: the one of the told regency, or a name that is no village here.</summary>
internal sealed class OutsideChoice(PlaceIndexData data, PlaceMentions mentions)
{
    private readonly PlaceTables _tables = data.Tables;

    /// <summary>A regency outside was told: the village is named when the lists or the words before it tell one.</summary>
    public PlaceFinding InTold(ToldRegency told)
    {
        var village = mentions.OutsideVillages
            .Where(option => _tables.RegencyOfVillage(option.Place) == told.Regency && !option.Overlaps(told.Words))
            .OrderByDescending(Supported)
            .ThenBy(option => option.From)
            .Select(option => (PlaceOption?)option)
            .FirstOrDefault();
        if (village is { } found)
        {
            return Outside(_tables.Villages[found.Place].Name, found.Place, told.Regency, [found, told.Words]);
        }

        var words = mentions.OutsideSubDistricts
            .Where(option => _tables.SubDistricts[option.Place].Regency == told.Regency && !option.Overlaps(told.Words))
            .ToList();
        var firstContent = mentions.ContentWords.Where(at => at < told.Words.From).DefaultIfEmpty(-1).First();
        var name = words.Count > 0 ? _tables.SubDistricts[words[0].Place].Name
            : firstContent >= 0 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(mentions.Tokens[firstContent].Text)
            : Regency.SpokenNameOf(_tables.Regencies[told.Regency].Name);
        var from = words.Count > 0 ? words[0].From : firstContent >= 0 ? firstContent : told.Words.From;
        return Outside(name, -1, told.Regency, [told.Words with { From = from }]);
    }

    /// <summary>
    /// The place outside that is meant although the readings inside are possible too: an outside village told with its own
    /// sub-district, or one written exactly where the inside name would need two edits.
    /// </summary>
    public PlaceFinding? InsteadOf(List<Reading> inside, List<PlaceOption> insideSubDistricts)
    {
        if (inside.Exists(reading => reading.SubDistrict is { } told && (told.IsExact || reading.Village.IsExact)))
        {
            return null;
        }

        var pairs = mentions.OutsideVillages.Where(option => IsPair(option, insideSubDistricts)).ToList();
        if (pairs.Count > 0)
        {
            return Named(pairs);
        }

        var farFetched = inside.Count > 0 && inside.TrueForAll(reading => reading.SubDistrict is null && reading.Village.Cost >= EditDistance.Most);
        var exact = farFetched ? ExactInsteadOf(inside[0]) : [];
        return exact.Count > 0 ? Named(exact) : null;
    }

    /// <summary>
    /// One edit away from a village here and exactly the name of one elsewhere, or half of a longer name elsewhere ("bojong indah"):
    /// only the resident knows.
    /// </summary>
    public bool MakesDoubtful(Reading inside) =>
        inside.SubDistrict is null
        && ExactInsteadOf(inside).Exists(option => inside.Village.Cost > PlaceOption.TranslatedCost || option.Words > inside.Village.Words);

    /// <summary>A name that no list of the scope holds but another regency does; null when the words are too weak to say so.</summary>
    public PlaceFinding? Anywhere()
    {
        var options = mentions.OutsideVillages.Where(option => !option.IsWeak && IsMainWord(option)).ToList();
        return options.Count == 0 ? SubDistrictAnywhere() : Named(options);
    }

    private List<PlaceOption> ExactInsteadOf(Reading inside) =>
        [.. mentions.OutsideVillages.Where(option => !option.IsWeak && option.Overlaps(inside.Village) && option.Words >= inside.Village.Words && IsMainWord(option))];

    private bool IsPair(PlaceOption village, List<PlaceOption> insideSubDistricts) => mentions.OutsideSubDistricts.Exists(option =>
        option.Place == _tables.Villages[village.Place].SubDistrict
        && !option.IsWeak
        && !option.Overlaps(village)
        && !insideSubDistricts.Exists(option.Overlaps));

    private PlaceFinding Named(List<PlaceOption> options)
    {
        var first = options.OrderBy(option => option.From).ThenByDescending(option => option.Words).First();
        var sameWords = options.Where(option => option.SameWordsAs(first)).ToList();
        var regencies = sameWords.Select(option => _tables.RegencyOfVillage(option.Place)).Distinct().ToList();
        return regencies.Count == 1
            ? Outside(_tables.Villages[first.Place].Name, sameWords.Count == 1 ? first.Place : -1, regencies[0], [first])
            : Outside(_tables.Villages[first.Place].Name, -1, -1, [first]);
    }

    private PlaceFinding? SubDistrictAnywhere()
    {
        var options = mentions.OutsideSubDistricts.Where(option => !option.IsWeak && IsMainWord(option)).ToList();
        var regencies = options.Select(option => _tables.SubDistricts[option.Place].Regency).Distinct().ToList();
        return options.Count == 0
            ? null
            : Outside(_tables.SubDistricts[options[0].Place].Name, -1, regencies.Count == 1 ? regencies[0] : -1, [options[0]]);
    }

    private bool Supported(PlaceOption village) => mentions.OutsideSubDistricts.Exists(option =>
        option.Place == _tables.Villages[village.Place].SubDistrict && !option.Overlaps(village));

    /// <summary>A name alone says "outside" only when it is announced or is the first of the few words that were said.</summary>
    private bool IsMainWord(PlaceOption option)
    {
        const int ShortAnswer = 3;
        var content = mentions.ContentWords.ToList();
        return option.Mark is WordRole.VillageMark or WordRole.SubDistrictMark
            || (content.Count <= ShortAnswer && content.Count > 0 && content[0] == option.From);
    }

    private PlaceFinding Outside(string name, int village, int regency, IReadOnlyCollection<PlaceOption> words)
    {
        var served = regency >= 0 && _tables.Regencies[regency].IsServed;
        var regencyName = regency >= 0 ? _tables.Regencies[regency].Name : null;
        var finding = new PlaceFinding
        {
            Kind = served ? PlaceFindingKind.OutsideServed : PlaceFindingKind.Outside,
            Outside = new OutsidePlace(
                name,
                village >= 0 ? _tables.Villages[village].Code : null,
                regency >= 0 ? _tables.Regencies[regency].Code : null,
                regencyName,
                regencyName is null ? null : Regency.ShortNameOf(regencyName)),
            IsExact = village >= 0,
        };
        return PlaceSpan.Cover(finding, mentions.Tokens, null, words);
    }
}
