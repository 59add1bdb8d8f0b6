namespace Puskesos.Core.Places;

/// <summary>Tables and name lists of one snapshot, built once and never changed.</summary>
internal sealed class PlaceIndexData
{
    public PlaceIndexData(PlaceRows rows)
    {
        Tables = new PlaceTables(rows);
        VillageNames = new PlaceNames(Tables.Villages.Length + (Tables.Villages.Length / 3));
        for (var village = 0; village < Tables.Villages.Length; village++)
        {
            AddForms(VillageNames, Tables.Villages[village].Name, village);
        }

        foreach (var alias in rows.Aliases)
        {
            if (Tables.VillageAt(alias.VillageCode) is >= 0 and var village)
            {
                VillageNames.Add(PlaceTokens.KeyOf(alias.Alias), village, NameSource.Alias);
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
            RegencyNames.Add(PlaceTokens.KeyOf(name), regency, NameSource.Official);
            RegencyNames.Add(PlaceTokens.KeyOf(name.Replace("Kabupaten ", "kab", StringComparison.Ordinal)), regency, NameSource.Official);
        }
    }

    public PlaceTables Tables { get; }

    public PlaceNames VillageNames { get; }

    public PlaceNames SubDistrictNames { get; }

    public PlaceNames RegencyNames { get; }

    private static void AddForms(PlaceNames names, string name, int place)
    {
        foreach (var (key, source) in PlaceNameForms.Of(name))
        {
            names.Add(key, place, source);
        }
    }
}
