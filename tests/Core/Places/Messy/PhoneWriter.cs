using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places.Messy;

/// <summary>
/// A second hand that writes villages as they come from cheap phones: neighbourhood numbers in the middle, glued marks, swallowed
/// vowels, shortened words, other signs between the names. It shares no rule with <see cref="MessyWriter"/>.
/// </summary>
internal sealed class PhoneWriter
{
    private static readonly (string Whole, string Short)[] Shortened =
    [
        ("karang", "krg"), ("kedung", "kdg"), ("tanjung", "tj"), ("bojong", "bjg"), ("kampung", "kp"), ("sungai", "sei"), ("gunung", "gn"),
        ("pondok", "pdk"), ("lubuk", "lb"), ("batu", "bt"),
    ];

    private static readonly string[][] Directions =
        [["kulon", "barat"], ["wetan", "timur"], ["kidul", "selatan"], ["lor", "utara"], ["kaler", "utara"], ["hilir", "ilir"], ["hulu", "ulu"]];

    private readonly Random _random;
    private readonly List<VillageRow> _villages;
    private readonly Dictionary<string, string> _subDistricts;
    private readonly ILookup<string, VillageRow> _sameName;
    private readonly HashSet<string> _subDistrictKeys;
    private readonly string _regency;

    public PhoneWriter(Gazetteer gazetteer, string regencyCode, int seed)
    {
        _random = new Random(seed);
        _villages = [.. gazetteer.Villages.Where(row => PlaceCode.RegencyOf(row.Code) == regencyCode && !row.Name.Contains(','))];
        _subDistricts = gazetteer.SubDistricts.Where(row => PlaceCode.RegencyOf(row.Code) == regencyCode).ToDictionary(row => row.Code, row => row.Name.ToLowerInvariant());
        _sameName = _villages.ToLookup(row => KeyOf(row.Name));
        _subDistrictKeys = [.. _subDistricts.Values.Select(KeyOf)];
        _regency = gazetteer.Regencies.Single(row => row.Code == regencyCode).Name.ToLowerInvariant().Replace("kabupaten", "kab");
    }

    public IEnumerable<MessyCase> Write() => _villages.SelectMany(OfVillage).Concat(DoubledNames()).Concat(_subDistricts.SelectMany(OfSubDistrict));

    private static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private IEnumerable<MessyCase> OfVillage(VillageRow village)
    {
        var name = village.Name.ToLowerInvariant();
        var sub = _subDistricts[village.SubDistrictCode];
        var (rt, rw) = (_random.Next(1, 12), _random.Next(1, 9));
        MessyCase Told(string kind, string text) => Case(kind, village, text, PlaceCode.SubDistrictOf(village.Code));

        yield return Told("rt/rw in the middle", Any($"{name} rt {rt:00} rw {rw:00} {sub}", $"{name} rt{rt}/rw{rw} kec {sub}", $"rt.{rt:000}/{rw:000} ds.{name} kec.{sub}", $"{sub}, {name} rt {rt}/{rw}"));
        yield return Told("hamlet before", Any($"dsn krajan ds {name} kec {sub}", $"dukuh krajan rt {rt}, {name}, {sub}", $"jl. merdeka no {rt} {name} {sub}", $"gg mawar rt {rt} kel {name} kec {sub}"));
        yield return Told("marks glued", Any($"ds{KeyOf(name)} kec{KeyOf(sub)}", $"kel{KeyOf(name)},kec{KeyOf(sub)}", $"desa{KeyOf(name)} kec.{sub}", $"kec{KeyOf(sub)} ds{KeyOf(name)}"));
        yield return Told("other signs", $"{name}{Any("/", " - ", "-", ".", " . ", ";", "\n", " | ")}{sub}");
        yield return Told("full address in capitals", $"DESA {name.ToUpperInvariant()} RT {rt} RW {rw} KECAMATAN {sub.ToUpperInvariant()} {_regency.ToUpperInvariant()}");
        yield return Told("vowel swallowed", $"{WithoutVowel(name)} {Any("kec ", "", "kecamatan ")}{sub}");
        yield return Told("vowels swallowed in both", $"{Any("ds ", "desa ")}{WithoutVowel(name)} kec {WithoutVowel(sub)}");
        yield return Told("letters doubled", $"{Doubled(name)}, {Doubled(sub)}");
        yield return Told("written as heard", $"{AsHeard(name)} {sub}");
        yield return Told("hyphen inside", $"{Hyphened(name)} {sub}");
        yield return Told("in a sentence", Any(
            $"assalamualaikum bu, nama saya Tarinah dr desa {name} kecamatan {sub} mau nanya bantuan sembako",
            $"min tolong, bapak saya sakit gak punya kis. rumah kami di {name}, {sub}. terima kasih",
            $"sy wrg {name} kec {sub} blm prnh dpt bansos sama sekali",
            $"alamat saya {name} {sub} {_regency}, pkh saya berhenti sejak bulan mei"));
        if (Shorten(name) is { } shortened)
        {
            yield return Told("first word shortened", $"{shortened} {Any("kec ", "")}{sub}");
        }

        if (Translated(name) is { } translated && !_sameName.Contains(KeyOf(translated)))
        {
            yield return Told("direction translated", $"{Any("desa ", "ds ", "")}{translated} kec {sub}");
        }

        if (KeyOf(name) == KeyOf(sub))
        {
            yield return Told("name twice", Any($"{name} {sub}", $"desa {name} kec {sub}", $"{name} kec. {sub}"));
        }

        if (!_subDistrictKeys.Contains(KeyOf(name)))
        {
            yield return Case("alone, in few words", village, Any($"desa {name} pak", $"saya di {name}", $"ds.{name}", $"{name} rt {rt} rw {rw}", $"kel. {name} bu", $"{name} {_regency}"), null);
            if (name.Length > 6 && Doubled(name) is var doubled)
            {
                yield return Case("alone, letters doubled", village, doubled, null);
            }
        }
    }

    /// <summary>Every doubled name of the regency, five ways: the exact set must be offered.</summary>
    private IEnumerable<MessyCase> DoubledNames() =>
        from sameName in _sameName
        where sameName.Count() > 1 && !_subDistrictKeys.Contains(sameName.Key)
        let village = sameName.First()
        let name = village.Name.ToLowerInvariant()
        from text in new[] { name, $"desa {name}", $"rumah saya {name} bu", name.ToUpperInvariant(), $"{name} rt 2 rw 1", name.Length > 5 ? Doubled(name) : $"ds {name}" }
        select Case("doubled name", village, text, null);

    private IEnumerable<MessyCase> OfSubDistrict(KeyValuePair<string, string> row)
    {
        yield return new MessyCase("sub-district, said so", Any($"kecamatan {row.Value}", $"kec.{row.Value} bu", $"saya di kec {row.Value}"), Expectation.SubDistrict, [row.Key]);
    }

    private MessyCase Case(string kind, VillageRow village, string text, string? subDistrict)
    {
        var meant = _sameName[KeyOf(village.Name)].Where(row => subDistrict is null || row.SubDistrictCode == subDistrict).Select(row => row.Code).ToList();
        return new MessyCase(kind, text, meant.Count == 1 ? Expectation.One : Expectation.Ask, meant);
    }

    private string WithoutVowel(string name)
    {
        var vowels = Enumerable.Range(1, LettersEnd(name) - 1).Where(at => "aiueo".Contains(name[at])).ToList();
        return name.Length < 6 || vowels.Count < 2 ? name : name.Remove(vowels[_random.Next(vowels.Count)], 1);
    }

    /// <summary>A number at the end is left as it is: "Mesuji I" instead of "Mesuji II" is another village, not a misspelling.</summary>
    private static int LettersEnd(string name)
    {
        var blank = name.LastIndexOf(' ');
        return blank > 0 && name[(blank + 1)..].All("ivx".Contains) ? blank : name.Length;
    }

    private string Doubled(string name)
    {
        var at = _random.Next(LettersEnd(name));
        return char.IsLetter(name[at]) ? name.Insert(at, name[at].ToString()) : name;
    }

    /// <summary>Old and Javanese spellings: u as oe, y as j between vowels, the a that sounds o.</summary>
    private string AsHeard(string name)
    {
        var (written, heard) = Any("u|oe", "sido|sida", "mulyo|mulya", "harjo|harja", "rejo|reja", "j|dj", "k|kh", "f|p").Split('|') is [var a, var b] ? (a, b) : ("", "");
        var at = name.IndexOf(written, StringComparison.Ordinal);
        return at < 0 ? name : name.Remove(at, written.Length).Insert(at, heard);
    }

    private static string Hyphened(string name) => name.Contains(' ') ? name.Replace(' ', '-') : name.Length > 7 ? name.Insert(4, "-") : name;

    private static string? Shorten(string name)
    {
        foreach (var (whole, told) in Shortened)
        {
            if (name.StartsWith(whole + " ", StringComparison.Ordinal))
            {
                return told + name[whole.Length..];
            }

            if (name.StartsWith(whole, StringComparison.Ordinal) && name.Length > whole.Length + 3)
            {
                return $"{told} {name[whole.Length..]}";
            }
        }

        return null;
    }

    private static string? Translated(string name) =>
        (from pair in Directions
         from way in new[] { (From: pair[0], To: pair[1]), (From: pair[1], To: pair[0]) }
         where name.EndsWith(" " + way.From, StringComparison.Ordinal)
         select name[..^way.From.Length] + way.To).FirstOrDefault();

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
