namespace Puskesos.Core.Places;

/// <summary>Says of a place in the tables whether it lies where this talk may find it.</summary>
internal sealed class ScopeFilter
{
    private readonly PlaceTables _tables;
    private readonly int _regency;

    public ScopeFilter(PlaceTables tables, PlaceScope scope)
        : this(tables, scope.RegencyCode is null ? -1 : tables.RegencyAt(scope.RegencyCode))
    {
        SubDistrict = scope.SubDistrictCode is null ? -1 : tables.SubDistrictAt(scope.SubDistrictCode);
    }

    private ScopeFilter(PlaceTables tables, int regency)
    {
        _tables = tables;
        _regency = regency;
        SubDistrict = -1;
    }

    /// <summary>The sub-district that was told before, or -1.</summary>
    public int SubDistrict { get; }

    /// <summary>The only regency of the scope, or -1 when all served ones count.</summary>
    public int Regency => _regency;

    public ScopeFilter NarrowedTo(int regency) => new(_tables, regency);

    public bool HoldsRegency(int regency) => _regency >= 0 ? regency == _regency : _tables.Regencies[regency].IsServed;

    public bool HoldsSubDistrict(int subDistrict) => HoldsRegency(_tables.SubDistricts[subDistrict].Regency);

    public bool HoldsVillage(int village) => HoldsSubDistrict(_tables.Villages[village].SubDistrict);
}
