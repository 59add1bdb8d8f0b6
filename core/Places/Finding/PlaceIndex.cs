namespace Puskesos.Core.Places;

/// <summary>
/// All places of the installation at one moment, in memory and never changed. A turn uses one index from beginning to end;
/// <see cref="LivePlaceIndex"/> swaps in the next when the lists move.
/// </summary>
public sealed class PlaceIndex
{
    public static readonly PlaceIndex Empty = new(new PlaceRows(), 0);

    private readonly PlaceIndexData _data;
    private readonly PinFinder _pins;

    public PlaceIndex(PlaceRows rows, long version)
    {
        _data = new PlaceIndexData(rows);
        _pins = new PinFinder(_data.Tables, rows);
        Version = version;
        ServedRegencies = [.. _data.Tables.Regencies.Where(row => row.IsServed).Select(row => row.Code)];
    }

    /// <summary>The version of the lists from which it was built.</summary>
    public long Version { get; }

    /// <summary>Codes of the regencies that this installation serves.</summary>
    public IReadOnlyList<string> ServedRegencies { get; }

    public int VillageCount => _data.Tables.Villages.Length;

    /// <summary>Says which place a text names; null text and text without a place find nothing.</summary>
    public PlaceFinding Find(string? text, PlaceScope scope) =>
        string.IsNullOrWhiteSpace(text) ? PlaceFinding.Nothing : new PlaceFinder(_data, scope, text).Find();

    /// <summary>Says in which village a shared location lies, with the choices to offer.</summary>
    public PinFinding FindPin(double latitude, double longitude, PlaceScope scope) =>
        _pins.Find(new MapPoint(latitude, longitude), new ScopeFilter(_data.Tables, scope));

    /// <summary>A village by its code; null when it is unknown or retired.</summary>
    public PlaceCandidate? Village(string code) => _data.Tables.VillageAt(code) is >= 0 and var at ? _data.Tables.CandidateAt(at) : null;

    public SubDistrictCandidate? SubDistrict(string code) =>
        _data.Tables.SubDistrictAt(code) is >= 0 and var at ? _data.Tables.SubDistrictCandidateAt(at) : null;

    /// <summary>The villages of a sub-district by name, as the resident is asked to choose from them.</summary>
    public IReadOnlyList<PlaceCandidate> VillagesOf(string subDistrictCode)
    {
        if (_data.Tables.SubDistrictAt(subDistrictCode) is not (>= 0 and var at))
        {
            return [];
        }

        var subDistrict = _data.Tables.SubDistricts[at];
        return [.. Enumerable.Range(subDistrict.FirstVillage, subDistrict.VillageCount)
            .Select(_data.Tables.CandidateAt)
            .OrderBy(candidate => candidate.Name, StringComparer.Ordinal)];
    }

    /// <summary>All villages of a regency by name.</summary>
    public IReadOnlyList<PlaceCandidate> VillagesOfRegency(string regencyCode)
    {
        var scope = new ScopeFilter(_data.Tables, PlaceScope.OfRegency(regencyCode));
        return [.. Enumerable.Range(0, _data.Tables.Villages.Length).Where(scope.HoldsVillage).Select(_data.Tables.CandidateAt)
            .OrderBy(village => village.Name, StringComparer.Ordinal).ThenBy(village => village.SubDistrictName, StringComparer.Ordinal)];
    }

    /// <summary>Villages that a name not found may mean, for the officer who teaches it; a resident is never offered these.</summary>
    public IReadOnlyList<PlaceCandidate> NearestTo(string words, string regencyCode, int most) =>
        new NearestVillages(_data, new ScopeFilter(_data.Tables, PlaceScope.OfRegency(regencyCode))).To(words, most);

    /// <summary>The full name of a regency, served or not: "Kabupaten Brebes".</summary>
    public string? RegencyName(string code) =>
        _data.Tables.RegencyAt(code) is >= 0 and var at ? _data.Tables.Regencies[at].Name : null;
}
