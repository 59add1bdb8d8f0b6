namespace Puskesos.Core.Places;

/// <summary>The regency that the text names beside the place; it decides before the village does ("ketanggungan brebes").</summary>
internal sealed record ToldRegency(int Regency, PlaceOption Words, bool InScope)
{
    /// <summary>Told with "kabupaten" or "kota"; without, "Padang" may also be half of a misspelled name.</summary>
    public bool IsAnnounced => IsAnnouncedBy(Words);

    /// <summary>Null when none is told, or when it belongs to something else than the place ("kerja di brebes").</summary>
    public static ToldRegency? In(PlaceMentions mentions, PlaceIndexData data, ScopeFilter scope)
    {
        var told = mentions.Regencies
            .Where(option => IsToldAsRegency(option, mentions, data.Tables))
            .OrderByDescending(option => option.Words)
            .ThenByDescending(option => option.From)
            .ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var words = told[0];
        var sameWords = told.Where(option => option.SameWordsAs(words)).ToList();
        var inScope = sameWords.Where(option => scope.HoldsRegency(option.Place)).ToList();
        if (inScope.Count > 0)
        {
            return new ToldRegency(inScope.Count == 1 ? inScope[0].Place : -1, words, InScope: true);
        }

        return new ToldRegency(MostLikely(sameWords, mentions, data), words, InScope: false);
    }

    /// <summary>Of "Bandung" the one that holds a told village or sub-district; else the kabupaten, since a city is told with "kota".</summary>
    private static int MostLikely(List<PlaceOption> sameWords, PlaceMentions mentions, PlaceIndexData data)
    {
        var tables = data.Tables;
        var byVillage = sameWords.Where(option =>
            mentions.OutsideVillages.Exists(village => tables.RegencyOfVillage(village.Place) == option.Place)
            || mentions.OutsideSubDistricts.Exists(sub => tables.SubDistricts[sub.Place].Regency == option.Place)).ToList();
        var likely = byVillage.Count == 1 ? byVillage : sameWords;
        return likely.OrderBy(option => tables.Regencies[option.Place].Name, StringComparer.Ordinal).First().Place;
    }

    private static bool IsToldAsRegency(PlaceOption option, PlaceMentions mentions, PlaceTables tables)
    {
        var announced = IsAnnouncedBy(option);
        if (option.IsWeak
            || (!announced && option.Mark is WordRole.VillageMark or WordRole.SubDistrictMark or WordRole.HamletMark or WordRole.NameMark))
        {
            return false;
        }

        var inside = mentions.Villages.Concat(mentions.SubDistricts).Where(place => place.Cost < PlaceOption.StemCost && !place.IsWeak).ToList();
        if (inside.Exists(option.Overlaps) && (!announced || HoldsPair(mentions, tables)))
        {
            return false;
        }

        var other = inside.Where(place => !place.Overlaps(option)).ToList();
        return other.Count == 0
            || other.Exists(place => StandsBeside(place, option, mentions.Tokens))
            || (announced && !HoldsPair(mentions, tables));
    }

    private static bool IsAnnouncedBy(PlaceOption option) =>
        option.Mark is WordRole.RegencyMark or WordRole.CityMark || option.Cost > 0;

    /// <summary>A village told with its own sub-district; then a regency elsewhere in the text is about something else.</summary>
    private static bool HoldsPair(PlaceMentions mentions, PlaceTables tables) => mentions.Villages.Exists(village =>
        mentions.SubDistricts.Exists(option => option.Place == tables.Villages[village.Place].SubDistrict && !option.Overlaps(village)));

    private static bool StandsBeside(PlaceOption place, PlaceOption regency, List<PlaceToken> tokens)
    {
        var (from, to) = place.To <= regency.From ? (place.To, regency.From) : (regency.To, place.From);
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Role is not (WordRole.RegencyMark or WordRole.CityMark or WordRole.SubDistrictMark or WordRole.VillageMark)
                && !(tokens[at].Role == WordRole.Locative && to - from == 1))
            {
                return false;
            }
        }

        return true;
    }
}
