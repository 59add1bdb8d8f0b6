using System.Collections.Concurrent;

namespace Puskesos.Core.Places;

/// <summary>Tables and name lists of one snapshot, built once and never changed.</summary>
internal sealed class PlaceIndexData
{
    private readonly ConcurrentDictionary<int, NearNames> _nearVillages = new();
    private readonly ConcurrentDictionary<int, NearNames> _nearSubDistricts = new();
    private readonly ILookup<int, string> _aliases;

    public PlaceIndexData(PlaceRows rows)
    {
        Tables = new PlaceTables(rows);
        VillageNames = new PlaceNames(Tables.Villages.Length + (Tables.Villages.Length / 3));
        for (var village = 0; village < Tables.Villages.Length; village++)
        {
            AddForms(VillageNames, Tables.Villages[village].Name, village);
        }

        _aliases = rows.Aliases.ToLookup(alias => Tables.VillageAt(alias.VillageCode), alias => PlaceTokens.KeyOf(alias.Alias));
        foreach (var village in _aliases.Where(village => village.Key >= 0))
        {
            foreach (var alias in village)
            {
                VillageNames.Add(alias, village.Key, NameSource.Alias);
            }
        }

        SubDistrictNames = new PlaceNames(Tables.SubDistricts.Length * 2);
        for (var subDistrict = 0; subDistrict < Tables.SubDistricts.Length; subDistrict++)
        {
            foreach (var (key, source) in PlaceNameForms.Of(Tables.SubDistricts[subDistrict].Name))
            {
                if (source != NameSource.Stem)
                {
                    SubDistrictNames.Add(key, subDistrict, source);
                }
            }
        }

        RegencyNames = new PlaceNames(Tables.Regencies.Length * 2);
        for (var regency = 0; regency < Tables.Regencies.Length; regency++)
        {
            var name = Tables.Regencies[regency].Name;
            RegencyNames.Add(PlaceTokens.KeyOf(Regency.ShortNameOf(name)), regency, NameSource.Official);

            // As an alias the name is one with "kabupaten" or "kota" before it, which says that a regency is meant.
            RegencyNames.Add(PlaceTokens.KeyOf(name), regency, NameSource.Alias);
            RegencyNames.Add(PlaceTokens.KeyOf(name.Replace("Kabupaten ", "kab", StringComparison.Ordinal)), regency, NameSource.Alias);
        }
    }

    public PlaceTables Tables { get; }

    public PlaceNames VillageNames { get; }

    public PlaceNames SubDistrictNames { get; }

    public PlaceNames RegencyNames { get; }

    /// <summary>Names of the scope's villages for misspelled ones; made when first needed, since most regencies never are.</summary>
    public NearNames NearVillages(ScopeFilter scope) => _nearVillages.GetOrAdd(scope.Regency, _ => new NearNames(
        Enumerable.Range(0, Tables.Villages.Length).Where(scope.HoldsVillage).SelectMany(NamesOf)));

    /// <summary>The same for sub-districts.</summary>
    public NearNames NearSubDistricts(ScopeFilter scope) => _nearSubDistricts.GetOrAdd(scope.Regency, _ => new NearNames(
        from subDistrict in Enumerable.Range(0, Tables.SubDistricts.Length)
        where scope.HoldsSubDistrict(subDistrict)
        from form in PlaceNameForms.Of(Tables.SubDistricts[subDistrict].Name)
        where form.Source != NameSource.Stem
        select (form.Key, subDistrict, form.Source)));

    private IEnumerable<(string Key, int Place, NameSource Source)> NamesOf(int village) =>
        PlaceNameForms.Of(Tables.Villages[village].Name).Select(form => (form.Key, village, form.Source))
            .Concat(_aliases[village].Select(alias => (alias, village, NameSource.Alias)));

    private static void AddForms(PlaceNames names, string name, int place)
    {
        foreach (var (key, source) in PlaceNameForms.Of(name))
        {
            names.Add(key, place, source);
        }
    }
}
