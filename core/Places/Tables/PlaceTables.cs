namespace Puskesos.Core.Places;

/// <summary>The places themselves in arrays: villages by code, so that those of a sub-district and of a regency lie side by side.</summary>
internal sealed class PlaceTables
{
    private readonly Dictionary<string, int> _regencyByCode;
    private readonly Dictionary<string, int> _subDistrictByCode;
    private readonly Dictionary<string, int> _villageByCode;

    public PlaceTables(PlaceRows rows)
    {
        Regencies = RegenciesOf(rows);
        _regencyByCode = IndexByCode(Regencies, row => row.Code);

        SubDistricts = rows.SubDistricts
            .Where(row => _regencyByCode.ContainsKey(PlaceCode.RegencyOf(row.Code)))
            .OrderBy(row => row.Code, StringComparer.Ordinal)
            .Select(row => new SubDistrictEntry(row, _regencyByCode[PlaceCode.RegencyOf(row.Code)]))
            .ToArray();
        _subDistrictByCode = IndexByCode(SubDistricts, entry => entry.Code);

        Villages = rows.Villages
            .Where(row => _subDistrictByCode.ContainsKey(row.SubDistrictCode))
            .OrderBy(row => row.SubDistrictCode, StringComparer.Ordinal)
            .ThenBy(row => row.Code, StringComparer.Ordinal)
            .Select(row => new VillageEntry(row, _subDistrictByCode[row.SubDistrictCode]))
            .ToArray();
        _villageByCode = IndexByCode(Villages, entry => entry.Code);
        MarkVillages();
    }

    public RegencyRow[] Regencies { get; }

    public SubDistrictEntry[] SubDistricts { get; }

    public VillageEntry[] Villages { get; }

    public int RegencyAt(string code) => _regencyByCode.GetValueOrDefault(code, -1);

    public int SubDistrictAt(string code) => _subDistrictByCode.GetValueOrDefault(code, -1);

    public int VillageAt(string code) => _villageByCode.GetValueOrDefault(code, -1);

    public int RegencyOfVillage(int village) => SubDistricts[Villages[village].SubDistrict].Regency;

    public PlaceCandidate CandidateAt(int village)
    {
        var entry = Villages[village];
        var subDistrict = SubDistricts[entry.SubDistrict];
        var regency = Regencies[subDistrict.Regency];
        return new(entry.Code, entry.Name, entry.Kind, subDistrict.Code, subDistrict.Name, regency.Code, regency.Name);
    }

    public SubDistrictCandidate SubDistrictCandidateAt(int subDistrict)
    {
        var entry = SubDistricts[subDistrict];
        var regency = Regencies[entry.Regency];
        return new(entry.Code, entry.Name, regency.Code, regency.Name);
    }

    /// <summary>Regencies of our own small list are known even before any list is imported; imported rows replace them.</summary>
    private static RegencyRow[] RegenciesOf(PlaceRows rows)
    {
        var byCode = EmbeddedRows.Read("Lists.regencies.tsv")
            .Select(row => new RegencyRow(row[0], row[1], IsServed: false))
            .ToDictionary(row => row.Code);
        foreach (var row in rows.Regencies)
        {
            byCode[row.Code] = row;
        }

        return [.. byCode.Values.OrderBy(row => row.Code, StringComparer.Ordinal)];
    }

    private static Dictionary<string, int> IndexByCode<TEntry>(TEntry[] entries, Func<TEntry, string> code)
    {
        var index = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (var at = 0; at < entries.Length; at++)
        {
            index[code(entries[at])] = at;
        }

        return index;
    }

    private void MarkVillages()
    {
        for (var at = Villages.Length - 1; at >= 0; at--)
        {
            ref var subDistrict = ref SubDistricts[Villages[at].SubDistrict];
            subDistrict = subDistrict with { FirstVillage = at, VillageCount = subDistrict.VillageCount + 1 };
        }
    }
}

/// <summary>A sub-district with the stretch of its villages.</summary>
internal readonly record struct SubDistrictEntry(string Code, string Name, int Regency, MapPoint? Point)
{
    public SubDistrictEntry(SubDistrictRow row, int regency)
        : this(row.Code, row.Name, regency, MapPoint.From(row.Latitude, row.Longitude))
    {
    }

    public int FirstVillage { get; init; }

    public int VillageCount { get; init; }
}

/// <summary>A village with the number of its sub-district; a point is kept in single precision (about one metre).</summary>
internal readonly record struct VillageEntry(string Code, string Name, VillageKind Kind, int SubDistrict, float Latitude, float Longitude)
{
    public VillageEntry(VillageRow row, int subDistrict)
        : this(row.Code, row.Name, row.Kind, subDistrict, (float)(row.Latitude ?? double.NaN), (float)(row.Longitude ?? double.NaN))
    {
    }

    public MapPoint? Point => float.IsNaN(Latitude) ? null : new MapPoint(Latitude, Longitude);
}
