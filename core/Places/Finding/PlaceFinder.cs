namespace Puskesos.Core.Places;

/// <summary>Reads one text against one snapshot: told regency first, then village and sub-district inside, then what lies outside.</summary>
internal sealed class PlaceFinder
{
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
        if (_regency is { InScope: false })
        {
            return new OutsideChoice(_data, _mentions).InTold(_regency);
        }

        var inside = new InsideChoice(_mentions, _tables, _scope);
        return Inside(inside)
            ?? new OutsideChoice(_data, _mentions).Anywhere(_scope)
            ?? PlaceFinding.Nothing with { MissWords = MissedWords.Of(_mentions) };
    }

    private PlaceFinding? Inside(InsideChoice inside)
    {
        var best = inside.Best();
        if (best.Count == 0)
        {
            return inside.ToldSubDistrictAlone() is { } told ? SubDistrictOnly(told) : null;
        }

        var only = best[0];
        var sameName = only.SubDistrict is null && only.Village.Mark != WordRole.VillageMark && _scope.SubDistrict < 0
            ? inside.OfSameName(only.Village)
            : null;
        if (best.Count > 1)
        {
            return Ask(best, null);
        }

        var ownName = sameName is { } shared && shared.Place == _tables.Villages[only.Village.Place].SubDistrict;
        var other = sameName is not null && !ownName ? sameName : only.SubDistrict is null ? inside.Contradicting(only) : null;
        return other is not null ? Ask(best, other) : One(only, ownName);
    }

    private PlaceFinding One(Reading reading, bool sameName) => Spanned(
        new PlaceFinding
        {
            Kind = PlaceFindingKind.One,
            Candidates = [_tables.CandidateAt(reading.Village.Place)],
            IsExact = reading.Village.IsExact && reading.SubDistrict is null or { IsExact: true },
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
        },
        [.. readings.Select(reading => reading.Village)]);

    private PlaceFinding SubDistrictOnly(PlaceOption told) => Spanned(
        new PlaceFinding
        {
            Kind = PlaceFindingKind.SubDistrict,
            SubDistrict = _tables.SubDistrictCandidateAt(told.Place),
            IsExact = told.IsExact,
        },
        [told]);

    private PlaceFinding Spanned(PlaceFinding finding, IReadOnlyCollection<PlaceOption> words) =>
        PlaceSpan.Cover(finding, _tokens, _regency, words);
}
