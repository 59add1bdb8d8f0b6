namespace Puskesos.Core.Places;

/// <summary>
/// Says in which village a pin lies. With borders the village that holds it, then its neighbours, because a pin is 50 m off and the
/// median village border is 146 m away; without borders the nearest villages or units, as choices.
/// </summary>
internal sealed class PinFinder
{
    /// <summary>Half side of the square in which neighbours are looked for, about 1.1 km; villages have a median of 2.3 km².</summary>
    private const double NeighbourDegrees = 0.01;

    /// <summary>A pin is offered nothing that is farther away than this; the largest villages of Java are smaller.</summary>
    private const double FarthestMetres = 30_000;

    /// <summary>A list of three fits every channel, and holds the right village for 97 % of pins even without borders.</summary>
    private const int Offered = 3;

    private readonly PlaceTables _tables;
    private readonly BoundaryIndex _boundaries;
    private readonly UnitPointRow[] _units;
    private readonly int[] _pointedVillages;

    public PinFinder(PlaceTables tables, PlaceRows rows)
    {
        _tables = tables;
        _boundaries = new BoundaryIndex(rows.Boundaries, tables);
        _units = [.. rows.Units.Where(unit => unit.Kind is UnitKind.Desa or UnitKind.Kelurahan or UnitKind.Kecamatan)];
        _pointedVillages = [.. Enumerable.Range(0, tables.Villages.Length).Where(village =>
            tables.Regencies[tables.RegencyOfVillage(village)].IsServed
            && tables.Villages[village].Point is not null
            && !_boundaries.Villages.Contains(village))];
    }

    public PinFinding Find(MapPoint pin, ScopeFilter scope)
    {
        if (!pin.IsValid)
        {
            return PinFinding.Outside;
        }

        var around = _boundaries.Around(pin, NeighbourDegrees);
        var holding = around.Where(border => border.Holds(pin)).ToList();
        if (holding.Count > 0)
        {
            return Held(pin, holding, around, scope);
        }

        if (NearestVillages(pin, scope) is { Count: > 0 } villages)
        {
            return new PinFinding(PinFindingKind.NearVillages, villages, []);
        }

        var units = HasBorders(scope) ? [] : NearestUnits(pin, scope);
        return units.Count > 0 ? new PinFinding(PinFindingKind.NearUnits, [], units) : PinFinding.Outside;
    }

    private PinFinding Held(MapPoint pin, List<Border> holding, IList<Border> around, ScopeFilter scope)
    {
        var inScope = holding.Where(border => scope.HoldsVillage(border.Village)).ToList();
        if (inScope.Count == 0)
        {
            return new PinFinding(PinFindingKind.OutsideServed, [_tables.CandidateAt(holding[0].Village)], []);
        }

        var neighbours = around
            .Where(border => scope.HoldsVillage(border.Village) && !inScope.Contains(border))
            .OrderBy(border => border.MetresToBorder(pin));
        var chosen = inScope.OrderByDescending(border => border.MetresToBorder(pin)).Concat(neighbours).Take(Offered);
        return new PinFinding(PinFindingKind.Inside, [.. chosen.Select(border => _tables.CandidateAt(border.Village))], []);
    }

    private List<PlaceCandidate> NearestVillages(MapPoint pin, ScopeFilter scope) =>
    [
        .. _pointedVillages
            .Where(scope.HoldsVillage)
            .Select(village => (Village: village, Metres: _tables.Villages[village].Point!.Value.MetresTo(pin)))
            .Where(near => near.Metres <= FarthestMetres)
            .OrderBy(near => near.Metres)
            .Take(Offered)
            .Select(near => _tables.CandidateAt(near.Village)),
    ];

    private List<UnitChoice> NearestUnits(MapPoint pin, ScopeFilter scope) =>
    [
        .. _units
            .Where(unit => scope.HoldsRegency(_tables.RegencyAt(PlaceCode.RegencyOf(unit.AreaCode))))
            .Select(unit => (Unit: unit, Metres: unit.Point.MetresTo(pin)))
            .Where(near => near.Metres <= FarthestMetres)
            .OrderBy(near => near.Metres)
            .ThenBy(near => near.Unit.Code, StringComparer.Ordinal)
            .Take(Offered)
            .Select(near => new UnitChoice(near.Unit.Code, near.Unit.Name, near.Unit.Kind, near.Unit.AreaCode)),
    ];

    private bool HasBorders(ScopeFilter scope) => _boundaries.Villages.Any(scope.HoldsVillage);
}
