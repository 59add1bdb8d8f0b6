namespace Puskesos.Core.Language.Lexicon;

/// <summary>
/// The forms that a verb takes when it is done to or by somebody, in Indonesian, Javanese and Sundanese: "*tendang" in the tables stands for
/// ditendang, menendang, nendangi, dipuntendang, katendang, nendangan … The bare stem is not among them ("pukul 8" is a time).
/// </summary>
internal static class VerbForms
{
    private static readonly string[] Suffixes = ["", "i", "in", "kan", "an", "ake", "aken", "na", "keun", "ono", "en", "nipun"];

    /// <summary>All forms of a stem.</summary>
    public static IEnumerable<string> Of(string stem)
    {
        var active = Nasal(stem).ToList();
        string[] passives = ["di", "dipun", "ke", "ka", "ter", "tak", "dak", "kok", "diper", "nga", "ng", "nge", "pang"];
        var begun = passives.Select(prefix => prefix + stem).Concat(active).Concat(active.Select(form => "me" + form)).Concat(active.Select(form => "pe" + form)).Distinct();
        return begun.SelectMany(form => Suffixes.Where(suffix => Fits(form, suffix)).Select(suffix => form + suffix));
    }

    /// <summary>The stem with its nasal: p → m, t → n, k → ng, s and c → ny; before a voiced sound Javanese keeps both.</summary>
    private static IEnumerable<string> Nasal(string stem)
    {
        var rest = stem[1..];
        return stem[0] switch
        {
            'p' => ["m" + rest, "mem" + rest],
            'b' => ["m" + stem, "m" + rest],
            't' => ["n" + rest, "n" + stem],
            'd' => ["n" + stem, "n" + rest],
            'k' => ["ng" + rest, "nge" + rest],
            's' => ["ny" + rest],
            'c' => ["ny" + rest, "n" + stem],
            'j' => ["n" + stem, "ny" + rest],
            'g' => ["ng" + stem, "ng" + rest],
            'h' => ["ng" + stem],
            'l' or 'r' or 'w' or 'y' => ["ng" + stem, stem],
            'm' or 'n' => [stem],
            _ => ["ng" + stem],
        };
    }

    /// <summary>A stem that ends like the suffix begins takes it only once, but "-an" always ("dirabaan").</summary>
    private static bool Fits(string form, string suffix) => suffix is "" or "an" || form[^1] != suffix[0] || !"aiueo".Contains(suffix[0], StringComparison.Ordinal);
}
