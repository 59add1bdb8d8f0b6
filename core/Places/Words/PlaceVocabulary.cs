namespace Puskesos.Core.Places;

/// <summary>The words around place names: those that announce one, those of ordinary speech, directions, and shortened first words.</summary>
internal static class PlaceVocabulary
{
    private static readonly Dictionary<string, WordRole> Roles = BuildRoles();

    /// <summary>Marks that people glue to the name: "dsjatibogor", "kec.suradadi" without its blank. Longest first.</summary>
    public static readonly (string Text, WordRole Role)[] GluedMarks =
    [
        ("kabupaten", WordRole.RegencyMark), ("kecamatan", WordRole.SubDistrictMark), ("kelurahan", WordRole.VillageMark),
        ("desa", WordRole.VillageMark), ("kec", WordRole.SubDistrictMark), ("kel", WordRole.VillageMark),
        ("kab", WordRole.RegencyMark), ("ds", WordRole.VillageMark), ("di", WordRole.Locative), ("kc", WordRole.SubDistrictMark),
    ];

    /// <summary>People translate the direction in a name: Slawi Kulon is told as "slawi barat" (Javanese, Sundanese, Indonesian).</summary>
    public static readonly string[][] Directions =
    [
        ["kulon", "barat"],
        ["wetan", "timur"],
        ["lor", "utara", "kaler"],
        ["kidul", "selatan"],
        ["ilir", "hilir"],
        ["ulu", "hulu"],
    ];

    /// <summary>First words that are one word in several languages; lists of different years do not agree on them either.</summary>
    public static readonly string[][] FirstWords = [["kampung", "kampong", "gampong"], ["nagari", "nagori", "negeri"], ["sungai", "sei"]];

    /// <summary>Other second words that only tell which of two places of one stem is meant.</summary>
    public static readonly string[] Distinctions = ["tengah", "baru", "lama", "luhur", "girang", "tonggoh", "dalam", "luar", "duwur", "ngisor"];

    /// <summary>First parts that people shorten: "kdg banteng", "krg anyar", "tj harja".</summary>
    public static readonly Dictionary<string, string> ShortFirstWords = new()
    {
        ["krg"] = "karang",
        ["kr"] = "karang",
        ["kdg"] = "kedung",
        ["kd"] = "kedung",
        ["kdng"] = "kedung",
        ["krang"] = "karang",
        ["dk"] = "dukuh",
        ["dkh"] = "dukuh",
        ["bj"] = "bojong",
        ["bjg"] = "bojong",
        ["mrg"] = "marga",
        ["tj"] = "tanjung",
        ["tg"] = "tanjung",
        ["tjg"] = "tanjung",
        ["tjng"] = "tanjung",
        ["gn"] = "gunung",
        ["gng"] = "gunung",
        ["sei"] = "sungai",
        ["sk"] = "suka",
        ["skm"] = "sukam",
        ["kp"] = "kampung",
        ["kmp"] = "kampung",
        ["pd"] = "pondok",
        ["pdk"] = "pondok",
        ["pl"] = "pulau",
        ["tlk"] = "teluk",
        ["ma"] = "muara",
        ["lb"] = "lubuk",
        ["bt"] = "batu",
        ["jt"] = "jati",
        ["gbg"] = "gembong",
        ["bl"] = "bulak",
        ["pgr"] = "pager",
        ["lbk"] = "lebak",
        ["mgr"] = "marga",
        ["slr"] = "slarang",
        ["kl"] = "kali",
        ["rj"] = "rejo",
    };

    /// <summary>How the officer is addressed: "kel. bendung bu" is Bendung, not a misspelled Bendungan.</summary>
    public static readonly HashSet<string> SaidToUs =
        ["bu", "buk", "ibu", "pak", "bapak", "bpk", "min", "admin", "mba", "mbak", "kak", "kakak", "pakde", "bude"];

    /// <summary>Shorter beginnings glued to a name are parts of ordinary names.</summary>
    public const int ShortestGlued = 3;

    public const int LongestShort = 5;

    private static readonly HashSet<string> KindsOfPlace = [.. ShortFirstWords.Values, .. FirstWords.SelectMany(words => words)];

    /// <summary>"Kampung", "Tanjung", "Karang": half of the villages begin so, none is called so for short.</summary>
    public static bool IsKindOfPlace(string firstWord) => KindsOfPlace.Contains(firstWord);

    public static WordRole RoleOf(string word) => Roles.GetValueOrDefault(word, WordRole.Content);

    private static Dictionary<string, WordRole> BuildRoles()
    {
        var roles = new Dictionary<string, WordRole>();
        foreach (var line in EmbeddedRows.ReadLines("Words.ordinary-words.txt"))
        {
            Add(line, WordRole.Ordinary);
        }

        Add("di d neng ning ing ti dari dr saking asal nang teng dateng tinggal rumah rumahku domisili kediaman alamat alamatnya rumahnya warga wong daerah", WordRole.Locative);
        Add("desa ds dsa deso desaku desanya kelurahan kel kalurahan klurahan klurahn kelurhan kelrahan gampong nagari pekon lembang", WordRole.VillageMark);
        Add("kecamatan kec kcmtn kcm kcmatan kecamtan kecmatan kcamatan kc kac kacamatan distrik kapanewon kemantren kecamatannya", WordRole.SubDistrictMark);
        Add("kabupaten kab kbptn kabupten kabuapten", WordRole.RegencyMark);
        Add("kota", WordRole.CityMark);
        Add("dusun dsn dukuh dk rt rw rtrw blok gang gg jalan jl jln perum perumahan komplek kompleks lingkungan lingk", WordRole.HamletMark);
        Add("nama bernama namaku nami jeneng asma", WordRole.NameMark);
        return roles;

        void Add(string words, WordRole role)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                roles[word] = role;
            }
        }
    }
}
