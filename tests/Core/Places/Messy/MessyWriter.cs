using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places.Messy;

/// <summary>Writes the villages of a regency as residents do, with what must come of each text. The same seed writes the same texts.</summary>
internal sealed class MessyWriter
{
    private readonly Random _random;
    private readonly List<VillageRow> _villages;
    private readonly Dictionary<string, string> _subDistricts;
    private readonly Dictionary<string, List<string>> _codesByKey;
    private readonly HashSet<string> _subDistrictKeys;
    private readonly string[] _stories;

    public MessyWriter(Gazetteer gazetteer, string regencyCode, int seed, string[] stories)
    {
        _random = new Random(seed);
        _stories = stories;
        _villages = [.. gazetteer.Villages.Where(row => PlaceCode.RegencyOf(row.Code) == regencyCode)];
        _subDistricts = gazetteer.SubDistricts.Where(row => PlaceCode.RegencyOf(row.Code) == regencyCode).ToDictionary(row => row.Code, row => row.Name);
        _codesByKey = _villages.GroupBy(row => KeyOf(row.Name)).ToDictionary(group => group.Key, group => group.Select(row => row.Code).ToList());
        _subDistrictKeys = [.. _subDistricts.Values.Select(KeyOf)];
    }

    public IEnumerable<MessyCase> Write() => _villages.SelectMany(WriteVillage).Concat(_subDistricts.SelectMany(WriteSubDistrict));

    /// <summary>Villages of a neighbouring regency, as people from there write to the wrong number.</summary>
    public IEnumerable<MessyCase> WriteOutside(Gazetteer gazetteer, string otherRegency)
    {
        var regency = gazetteer.Regencies.Single(row => row.Code == otherRegency).Name.ToLowerInvariant();
        var subDistricts = gazetteer.SubDistricts.ToLookup(row => row.Code, row => row.Name.ToLowerInvariant());
        foreach (var village in gazetteer.Villages.Where(row => PlaceCode.RegencyOf(row.Code) == otherRegency))
        {
            var name = village.Name.ToLowerInvariant();
            var subDistrict = subDistricts[village.SubDistrictCode].Single();
            yield return Outside("outside with regency", $"{name} {subDistrict} {Any(regency, regency.Replace("kabupaten ", "kab ").Replace("kota ", "kota "))}");
            yield return Outside("outside, village and regency", $"{name} {regency.Replace("kabupaten", "kab")}");
            if (!_subDistrictKeys.Contains(KeyOf(subDistrict)))
            {
                yield return Outside("outside with sub-district", Order(name, subDistrict));
            }

            if (!IsOtherName(name))
            {
                yield return Outside("outside alone", name);
            }
        }
    }

    private static MessyCase Outside(string kind, string text) => new(kind, text, Expectation.Outside, []);

    private static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private IEnumerable<MessyCase> WriteVillage(VillageRow village)
    {
        var name = village.Name.ToLowerInvariant();
        var subDistrict = _subDistricts[village.SubDistrictCode].ToLowerInvariant();
        var pair = (Func<string, string, string, MessyCase>)((kind, n, s) => Case(kind, village, Order(n, s), subDistrictTold: true));

        if (!_subDistrictKeys.Contains(KeyOf(name)) || KeyOf(name) == KeyOf(subDistrict))
        {
            yield return Case("name alone", village, name, false);
        }

        yield return pair("name and sub-district", name, subDistrict);
        yield return Case("prefixed", village, $"{Any("ds. ", "desa ", "ds ", "kel. ", "Desa/Kel. ")}{name}{Any(" kec. ", " kec ", ", kecamatan ", " Kec.")}{subDistrict}", true);
        yield return Case("glued prefix", village, $"{Any("ds", "desa", "ds.", "kel.")}{Joined(name)} {Any("kec", "kec.", "kecamatan")}{Joined(subDistrict)}", true);
        yield return pair("joined or split", Resplit(name), Any(subDistrict, Resplit(subDistrict)));
        yield return Case("in a story", village, Any(_stories).Replace("{d}", name).Replace("{k}", subDistrict), true);
        if (Translated(name) is { } translated && !_codesByKey.ContainsKey(KeyOf(translated)))
        {
            yield return pair("translated direction", translated, subDistrict);
            yield return Case("translated direction alone", village, translated, false);
        }

        foreach (var misspelled in Misspelled(village, name, subDistrict))
        {
            yield return misspelled;
        }
    }

    private IEnumerable<MessyCase> Misspelled(VillageRow village, string name, string subDistrict)
    {
        var once = Misspelling.Of(name, 1, _random);
        var twice = Misspelling.Of(name, 2, _random);
        var subOnce = Misspelling.Of(subDistrict, 1, _random);
        var subTwice = Misspelling.Of(subDistrict, 2, _random);
        yield return Case("one edit + sub-district", village, Order(once, subDistrict), true);
        yield return Case("two edits + sub-district", village, Order(twice, subDistrict), true);
        yield return Case("sub-district one edit", village, Order(name, subOnce), true);
        yield return Case("sub-district two edits", village, $"desa {name} kec {subTwice}", true);
        yield return Case("both one edit", village, $"{Any("ds ", "")}{once} {Any("kec ", "")}{subOnce}", true);
        yield return Case("edit in a story", village, Any(_stories).Replace("{d}", once).Replace("{k}", subDistrict), true);
        if (!IsOtherName(once))
        {
            yield return Case("one edit alone", village, once, false);
        }

        if (!IsOtherName(twice))
        {
            yield return Case("two edits alone", village, twice, false);
        }
    }

    private IEnumerable<MessyCase> WriteSubDistrict(KeyValuePair<string, string> subDistrict)
    {
        var name = subDistrict.Value.ToLowerInvariant();
        yield return new MessyCase("sub-district announced", $"kec {name}", Expectation.SubDistrict, [subDistrict.Key]);
        if (!_codesByKey.ContainsKey(KeyOf(name)))
        {
            yield return new MessyCase("sub-district alone", Any(name, $"saya di {name}", $"{name} pak"), Expectation.SubDistrict, [subDistrict.Key]);
        }
    }

    private MessyCase Case(string kind, VillageRow village, string text, bool subDistrictTold)
    {
        var sameName = _codesByKey[KeyOf(village.Name)];
        var meant = subDistrictTold ? [.. sameName.Where(code => PlaceCode.SubDistrictOf(code) == village.SubDistrictCode)] : sameName;
        return new MessyCase(kind, text, meant.Count == 1 ? Expectation.One : Expectation.Ask, meant);
    }

    /// <summary>A misspelling that happens to be a real name is not a misspelling any more.</summary>
    private bool IsOtherName(string text) => _codesByKey.ContainsKey(KeyOf(text)) || _subDistrictKeys.Contains(KeyOf(text));

    private string Order(string name, string subDistrict) => Any($"{name} {subDistrict}", $"{name}, {subDistrict}", $"{subDistrict} {name}", $"{name} kec {subDistrict}");

    private static string Joined(string name) => name.Replace(" ", "");

    /// <summary>"jatibogor" as "jati bogor", "dukuh tengah" as "dukuhtengah".</summary>
    private string Resplit(string name) => name.Contains(' ') ? Joined(name)
        : name.Length > 6 ? name.Insert(_random.Next(3, name.Length - 2), " ") : name;

    private static string? Translated(string name)
    {
        foreach (var (local, told) in new[] { ("kulon", "barat"), ("wetan", "timur"), ("kidul", "selatan"), ("lor", "utara") })
        {
            if (name.EndsWith(" " + local, StringComparison.Ordinal))
            {
                return name[..^local.Length] + told;
            }

            if (name.EndsWith(" " + told, StringComparison.Ordinal))
            {
                return name[..^told.Length] + local;
            }
        }

        return null;
    }

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
