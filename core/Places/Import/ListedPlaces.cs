using Npgsql;

namespace Puskesos.Core.Places.Import;

/// <summary>A sub-district of the lists, or one that only its villages tell of; then it bears its code as a name.</summary>
public sealed record ListedSubDistrict(string Code, string Name, bool IsNamed, MapPoint? Point);

/// <summary>A regency of the lists, or one that only lower places tell of.</summary>
public sealed record ListedRegency(string Code, string Name);

/// <summary>The rows of all lists of one import by level, completed by the places above them.</summary>
public sealed class ListedPlaces
{
    private readonly HashSet<string> _unnamedRegencies;

    public ListedPlaces(IEnumerable<PlaceListRow> rows)
    {
        var byLevel = rows.ToLookup(row => row.Level);
        Villages = [.. byLevel[PlaceLevel.Village]];
        RegenciesWithVillages = [.. Villages.Select(row => PlaceCode.RegencyOf(row.Code)).Distinct()];
        RegenciesWithSubDistricts = [.. byLevel[PlaceLevel.SubDistrict].Select(row => PlaceCode.RegencyOf(row.Code)).Distinct()];
        SubDistricts = SubDistrictsOf(byLevel[PlaceLevel.SubDistrict]);

        var names = EmbeddedRows.Read("Lists.regencies.tsv").ToDictionary(row => row[0], row => row[1]);
        foreach (var row in byLevel[PlaceLevel.Regency])
        {
            names[row.Code] = row.Name;
        }

        var codes = SubDistricts.Select(row => PlaceCode.RegencyOf(row.Code)).Concat(byLevel[PlaceLevel.Regency].Select(row => row.Code)).ToHashSet();
        Regencies = [.. codes.Where(names.ContainsKey).Select(code => new ListedRegency(code, names[code]))];
        _unnamedRegencies = [.. codes.Where(code => !names.ContainsKey(code))];
    }

    public IReadOnlyList<PlaceListRow> Villages { get; }

    public IReadOnlyList<ListedSubDistrict> SubDistricts { get; }

    public IReadOnlyList<ListedRegency> Regencies { get; }

    /// <summary>The regencies for whose villages the lists speak; only in these a village can vanish.</summary>
    public string[] RegenciesWithVillages { get; }

    public string[] RegenciesWithSubDistricts { get; }

    /// <summary>A place in a regency that neither the lists nor the database know cannot be right.</summary>
    public async Task CheckRegenciesAsync(NpgsqlConnection connection, ImportErrors errors, CancellationToken cancellationToken)
    {
        if (_unnamedRegencies.Count == 0)
        {
            return;
        }

        await using var query = new NpgsqlCommand("select code from regencies where code = any($1)", connection);
        query.Parameters.Add(new() { Value = _unnamedRegencies.ToArray() });
        await using (var rows = await query.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                _unnamedRegencies.Remove(rows.GetString(0));
            }
        }

        foreach (var village in Villages.Where(row => _unnamedRegencies.Contains(PlaceCode.RegencyOf(row.Code))))
        {
            errors.Add(village.File, village.Line, $"{village.Code} lies in the unknown regency {PlaceCode.RegencyOf(village.Code)}");
        }
    }

    private List<ListedSubDistrict> SubDistrictsOf(IEnumerable<PlaceListRow> listed)
    {
        var byCode = listed.ToDictionary(row => row.Code, row => new ListedSubDistrict(row.Code, row.Name, IsNamed: true, row.Point));
        foreach (var village in Villages)
        {
            var code = PlaceCode.SubDistrictOf(village.Code);
            if (!byCode.TryGetValue(code, out var known) || (!known.IsNamed && village.ParentName is not null))
            {
                byCode[code] = new ListedSubDistrict(code, village.ParentName ?? code, village.ParentName is not null, null);
            }
        }

        return [.. byCode.Values];
    }
}
