namespace Puskesos.Core.Places;

/// <summary>Reads one text against one snapshot: told regency first, then village and sub-district inside, then what lies outside.</summary>
internal sealed class PlaceFinder
{
    /// <summary>No village of the country has a name of fewer letters that could stand beside a sub-district's by chance.</summary>
    private const int ShortestName = 3;

    private readonly PlaceIndexData _data;
    private readonly PlaceTables _tables;
    private readonly ScopeFilter _scope;
    private readonly PlaceMentions _mentions;
    private readonly List<PlaceToken> _tokens;
    private readonly ToldRegency? _regency;

    public PlaceFinder(PlaceIndexData data, PlaceScope scope, string text)
    {
        _data = data;
        _tables = data.Tables;
        _scope = new ScopeFilter(_tables, scope);
        _tokens = PlaceTokens.Read(text);
        _mentions = new PlaceMentions(data, _scope, _tokens);
        _regency = ToldRegency.In(_mentions, data, _scope);
    }

    public PlaceFinding Find()
    {
        var outside = new OutsideChoice(_data, _mentions);
        if (_regency is { InScope: false, IsAnnounced: true })
        {
            return outside.InTold(_regency);
        }

        var inside = new InsideChoice(_mentions, _tables, _scope);
        var best = inside.Best();
        if (!IsSettled(best))
        {
            var isNamed = best.Exists(reading => reading.Village.Cost < PlaceOption.StemCost);
            var (villages, subDistricts) = new NearReadings(_data, _mentions, _scope).Read(isNamed);
            inside.Add(villages, subDistricts);
            best = inside.Best();
        }

        if (_regency is { InScope: false } told && !best.Exists(reading => reading.IsBetterThan(told.Words)))
        {
            return outside.InTold(told);
        }

        return (IsSettled(best) ? null : outside.InsteadOf(best, _mentions.SubDistricts))
            ?? Inside(inside, best)
            ?? outside.Anywhere()
            ?? PlaceFinding.Nothing with { MissWords = MissedWords.Of(_mentions) };
    }

    private PlaceFinding? Inside(InsideChoice inside, List<Reading> best)
    {
        if (best.Count == 0)
        {
            return inside.ToldSubDistrictAlone() is { } told ? SubDistrictOnly(told) : null;
        }

        var only = best[0];
        var sameName = only.SubDistrict is null && only.Village.Mark != WordRole.VillageMark && _scope.SubDistrict < 0
            ? inside.OfSameName(only.Village)
            : null;
        if (best.Count > 1 || new OutsideChoice(_data, _mentions).MakesDoubtful(only))
        {
            return Ask(best, null);
        }

        // "okha, jatinegara": an unknown word beside the name is the village that we do not know; the sub-district is what was told.
        if (sameName is { } toldSubDistrict && HasUnknownName(only))
        {
            return SubDistrictOnly(toldSubDistrict);
        }

        var ownName = sameName is { } shared && shared.Place == _tables.Villages[only.Village.Place].SubDistrict;
        var other = sameName is not null && !ownName ? sameName : only.SubDistrict is null ? inside.Contradicting(only) : null;
        return other is not null ? Ask(best, other) : One(only, ownName);
    }

    private bool HasUnknownName(Reading only) => _mentions.ContentWords.Any(at =>
        (at < only.Village.From || only.Village.To <= at)
        && _tokens[at].Text.Length >= ShortestName
        && !(_regency is { } told && told.Words.From <= at && at < told.Words.To));

    /// <summary>One village together with its sub-district leaves nothing to guess, unless a word beside it may be half of its name.</summary>
    private bool IsSettled(List<Reading> best) =>
        best is [{ Village: { IsExact: true } village, SubDistrict: { } subDistrict }]
        && !IsUnknownBeside(village.From - 1, village.From, subDistrict)
        && !IsUnknownBeside(village.To, village.To, subDistrict);

    /// <summary>"psar baru malintang": an ordinary word may stand between the name and its misspelled half.</summary>
    private bool IsUnknownBeside(int at, int border, PlaceOption subDistrict) =>
        IsUnknownNext(at, border, subDistrict)
        || (at < border && at > 0 && _tokens[at].Role == WordRole.Ordinary && !_tokens[border].BreakBefore && IsUnknownNext(at - 1, at, subDistrict));

    private bool IsUnknownNext(int at, int border, PlaceOption subDistrict) =>
        at >= 0 && at < _tokens.Count
        && (border >= _tokens.Count || !_tokens[border].BreakBefore)
        && _tokens[at].Role == WordRole.Content
        && !_tokens[at].IsDigits
        && (at < subDistrict.From || subDistrict.To <= at)
        && !(_regency is { } told && told.Words.From <= at && at < told.Words.To);

    private PlaceFinding One(Reading reading, bool sameName) => Spanned(
        new PlaceFinding
        {
            Kind = PlaceFindingKind.One,
            Candidates = [_tables.CandidateAt(reading.Village.Place)],
            IsExact = reading.Village.IsExact && reading.SubDistrict is null or { IsExact: true },
            IsMisspelled = reading.Village.IsMisspelled,
            IsUnsupported = IsUnsupported(reading),
            SameNameAsSubDistrict = sameName,
        },
        [reading.Village, .. reading.SubDistrict is { } told ? new[] { told } : []]);

    private PlaceFinding Ask(List<Reading> readings, PlaceOption? subDistrict) => Spanned(
        new PlaceFinding
        {
            Kind = PlaceFindingKind.Ask,
            Candidates = [.. readings.Select(reading => _tables.CandidateAt(reading.Village.Place))
                .OrderBy(candidate => candidate.Name, StringComparer.Ordinal)
                .ThenBy(candidate => candidate.SubDistrictName, StringComparer.Ordinal)],
            SubDistrict = subDistrict is { } told ? _tables.SubDistrictCandidateAt(told.Place) : null,
            IsExact = readings.TrueForAll(reading => reading.Village.IsExact),
            IsMisspelled = readings.TrueForAll(reading => reading.Village.IsMisspelled),
            IsUnsupported = readings.TrueForAll(IsUnsupported),
        },
        [.. readings.Select(reading => reading.Village)]);

    private PlaceFinding SubDistrictOnly(PlaceOption told) => Spanned(
        new PlaceFinding
        {
            Kind = PlaceFindingKind.SubDistrict,
            SubDistrict = _tables.SubDistrictCandidateAt(told.Place),
            IsExact = told.IsExact,
            IsMisspelled = told.IsMisspelled,
            IsUnsupported = told is { IsMisspelled: true, IsAnnounced: false },
        },
        [told]);

    /// <summary>Two names misspelled beyond one edit each agree by chance too often to support one another.</summary>
    private static bool IsUnsupported(Reading reading) =>
        reading.Village is { IsMisspelled: true, IsAnnounced: false } village
        && !(reading.SubDistrict is { } told
            && (told.Mark == WordRole.SubDistrictMark || !told.IsMisspelled || (told.Cost < EditDistance.Most && village.Cost < EditDistance.Most)));

    private PlaceFinding Spanned(PlaceFinding finding, IReadOnlyCollection<PlaceOption> words) =>
        PlaceSpan.Cover(finding, _tokens, _regency, words);
}
