namespace Puskesos.Core.Places;

/// <summary>
/// Finds misspelled names in the words that no list knows. In a short answer every word may be a name; in a story only words
/// that are announced ("di", "desa") or stand beside a known place.
/// </summary>
internal sealed class NearReadings(PlaceIndexData data, PlaceMentions mentions, ScopeFilter scope)
{
    /// <summary>Village, sub-district and regency, each of two words at most.</summary>
    private const int ShortAnswer = 5;

    /// <summary>"tanjung aua nan xx lubuk begalung": an answer of names and nothing else may be longer.</summary>
    private const int LongestAddress = 8;

    private const int LongestWindow = 5;

    /// <summary>Shorter pieces are near to everything; within a told sub-district even a shorter one says something.</summary>
    private const int ShortestTold = 4;

    private const int ShortestInSubDistrict = 3;

    /// <summary>Keeps a turn short when somebody sends a list of names.</summary>
    private const int MostWindows = 40;

    private readonly List<PlaceOption> _exactSubDistricts =
        [.. mentions.SubDistricts.Where(option => option.Cost < PlaceOption.StemCost && !option.IsWeak)];

    public (List<PlaceOption> Villages, List<PlaceOption> SubDistricts) Read(bool exactVillageFound)
    {
        var unknown = Windows(at => IsUnknown(at)).ToList();
        var subDistricts = unknown.Where(window => window.Mark != WordRole.VillageMark)
            .Concat(Windows(IsOnlyVillage).Where(window => window.Mark == WordRole.SubDistrictMark))
            .SelectMany(NearSubDistricts)
            .ToList();

        var villages = new List<PlaceOption>();
        var told = _exactSubDistricts.Concat(subDistricts).Select(option => option.Place).Append(scope.SubDistrict).Where(at => at >= 0).ToHashSet();
        if (told.Count > 0)
        {
            villages.AddRange(Windows(at => IsUnknown(at) || IsOnlyVillage(at)).SelectMany(window => NearVillages(window, told)));
        }

        // "aaron geulumpang vii": the unknown word and the known ones together are nearer to a name than the known ones alone.
        villages.AddRange(unknown
            .Where(window => window.Mark != WordRole.SubDistrictMark && (!exactVillageFound || window.HasKnown))
            .SelectMany(window => NearVillages(window, null)));

        return (villages, subDistricts);
    }

    /// <summary>How many edits a told name of this length may be away: a short one would be near to half of the list.</summary>
    private static int LimitFor(int length, bool subDistrictTold) => length switch
    {
        <= ShortestInSubDistrict => subDistrictTold ? 1 : 0,
        4 or 5 => subDistrictTold ? EditDistance.Most : 1,
        _ => EditDistance.Most,
    };

    private IEnumerable<PlaceOption> NearSubDistricts(Window window)
    {
        var limit = window.Mark == WordRole.SubDistrictMark ? EditDistance.Most : window.Key.Length >= 7 ? EditDistance.Most : 1;
        return window.Key.Length <= ShortestTold && window.Mark != WordRole.SubDistrictMark
            ? []
            : data.NearSubDistricts(scope).Search(window.Key, limit).Select(near => Option(near, window));
    }

    private IEnumerable<PlaceOption> NearVillages(Window window, HashSet<int>? subDistricts) =>
        data.NearVillages(scope)
            .Search(window.Key, LimitFor(window.Key.Length, subDistricts is not null))
            .Where(near => subDistricts is null || subDistricts.Contains(data.Tables.Villages[near.Place].SubDistrict))
            .Select(near => Option(near, window));

    private static PlaceOption Option(NearName near, Window window) =>
        new(near.Place, window.From, window.To, near.Cost, window.Mark, IsWeak: false) { IsMisspelled = near.Cost > PlaceOption.AliasCost };

    private IEnumerable<Window> Windows(Func<int, bool> mayBeName)
    {
        var words = mentions.ContentWords.Count();
        var isShort = words <= ShortAnswer || (words <= LongestAddress && words == mentions.Tokens.Count);
        return Enumerable.Range(0, mentions.Tokens.Count)
            .Where(MayBegin)
            .Where(at => isShort || IsAnchored(at))
            .SelectMany(at => WindowsFrom(at, mayBeName))
            .Take(MostWindows);
    }

    private IEnumerable<Window> WindowsFrom(int from, Func<int, bool> mayBeName)
    {
        var tokens = mentions.Tokens;
        var key = "";
        var (unknown, known) = (false, false);
        var whole = PlaceVocabulary.ShortFirstWords.GetValueOrDefault(tokens[from].Text);
        for (var to = from; to < tokens.Count && to - from < LongestWindow; to++)
        {
            if ((to > from && tokens[to].BreakBefore) || !MayContinue(to, from))
            {
                yield break;
            }

            var isName = (tokens[to].Role == WordRole.Content || (to > from && mentions.MarkBefore(from) == WordRole.VillageMark)) && mayBeName(to);
            unknown |= isName;
            known |= !isName;
            key += to == from ? tokens[to].Text : PlaceTokens.CountedAs(tokens[to].Text);
            if (!unknown)
            {
                continue;
            }

            if (key.Length >= ShortestInSubDistrict)
            {
                yield return new Window(key, from, to + 1, mentions.MarkBefore(from), known);
            }

            if (whole is not null)
            {
                yield return new Window(string.Concat(whole, key.AsSpan(tokens[from].Text.Length)), from, to + 1, mentions.MarkBefore(from), known);
            }

            if (to == from && unknown && Unglued(tokens[to].Text) is { } unglued)
            {
                yield return new Window(unglued.Key, from, to + 1, unglued.Mark, known);
            }
        }
    }

    /// <summary>Names begin with a name's word, or with an ordinary or announcing one that a name's word follows: "sungai ...", "kota ...".</summary>
    private bool MayBegin(int at) => !mentions.Tokens[at].IsDigits && mentions.Tokens[at].Role switch
    {
        WordRole.Content => true,
        WordRole.CityMark or WordRole.HamletMark or WordRole.Ordinary =>
            HoldsNameWord(at + 1) || (HoldsOrdinaryWord(at + 1) && HoldsNameWord(at + 2)) || IsAnnouncedAndMore(at),
        WordRole.Locative => IsAnnouncedAndMore(at),
        _ => false,
    };

    /// <summary>After "desa" any two words may be a name: "rumah sumbul", "dua sepakat".</summary>
    private bool IsAnnouncedAndMore(int at) =>
        mentions.MarkBefore(at) == WordRole.VillageMark && at + 1 < mentions.Tokens.Count && !mentions.Tokens[at + 1].BreakBefore;

    private bool HoldsNameWord(int at) => HoldsWord(at, WordRole.Content);

    private bool HoldsOrdinaryWord(int at) => HoldsWord(at, WordRole.Ordinary);

    private bool HoldsWord(int at, WordRole role) =>
        at < mentions.Tokens.Count && !mentions.Tokens[at].BreakBefore && mentions.Tokens[at].Role == role;

    /// <summary>Later words may be ordinary or announcing ones ("baru dua", "masjid ulee gampong"); "bu" and "pak" are said to us.</summary>
    private bool MayContinue(int at, int from) => at == from || mentions.Tokens[at].Role switch
    {
        WordRole.Content => true,
        WordRole.Ordinary => !PlaceVocabulary.SaidToUs.Contains(mentions.Tokens[at].Text),
        WordRole.VillageMark or WordRole.HamletMark => mentions.Tokens[at].Text.Length >= ShortestTold,
        _ => false,
    };

    private static (string Key, WordRole Mark)? Unglued(string word)
    {
        foreach (var (mark, role) in PlaceVocabulary.GluedMarks)
        {
            if (role != WordRole.Locative && word.Length >= mark.Length + ShortestTold && word.StartsWith(mark, StringComparison.Ordinal))
            {
                return (word[mark.Length..], role);
            }
        }

        return null;
    }

    private bool IsUnknown(int at) =>
        !mentions.Villages.Exists(option => Covers(option, at)) && IsNoSubDistrict(at)
        && !mentions.Regencies.Exists(option => option.Cost > 0 && Covers(option, at));

    /// <summary>A word that is a village's name but not a told sub-district's: it may be a misspelling of another village there.</summary>
    private bool IsOnlyVillage(int at) => mentions.Villages.Exists(option => Covers(option, at)) && IsNoSubDistrict(at);

    private bool IsNoSubDistrict(int at) => !_exactSubDistricts.Exists(option => Covers(option, at));

    private static bool Covers(PlaceOption option, int at) =>
        option.From <= at && at < option.To && option.Cost < PlaceOption.StemCost;

    private bool IsAnchored(int at) =>
        mentions.MarkBefore(at) is WordRole.VillageMark or WordRole.SubDistrictMark or WordRole.Locative
        || _exactSubDistricts.Exists(option => IsBeside(option, at))
        || mentions.Villages.Exists(option => !option.IsWeak && IsBeside(option, at));

    private bool IsBeside(PlaceOption option, int at)
    {
        var (from, to) = option.To <= at ? (option.To, at) : (at + 1, option.From);
        return to - from <= 1 && Enumerable.Range(from, Math.Max(0, to - from))
            .All(between => mentions.Tokens[between].Role is WordRole.VillageMark or WordRole.SubDistrictMark or WordRole.Locative);
    }

    private sealed record Window(string Key, int From, int To, WordRole Mark, bool HasKnown);
}
