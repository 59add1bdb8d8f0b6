namespace Puskesos.Core.Language.Lexicon;

/// <summary>Collects the words of the lexicon's rows; a variant stays with the word that named it first.</summary>
internal sealed class VocabularyBuilder
{
    private const int ShortestWithF = 5;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> words = [""];
    private readonly List<(string Stem, int Id)> verbs = [];
    private readonly Dictionary<string, WordRank> ranks = new(StringComparer.Ordinal);
    private HashSet<string> exactOnly = [];
    private int firstOfDanger;
    private int firstAfterDanger;

    public int Add(string word) => Add(word, WordRank.Named);

    /// <summary>A verb in all its forms.</summary>
    public IEnumerable<int> AddForms(string stem) => VerbForms.Of(stem).Select(form => Add(form, WordRank.Form));

    private int Add(string word, WordRank rank)
    {
        if (rank < ranks.GetValueOrDefault(word, WordRank.Form) || !ranks.ContainsKey(word))
            ranks[word] = rank;
        if (ids.TryGetValue(word, out var id))
            return id;
        ids[word] = id = words.Count;
        words.Add(word);
        return id;
    }

    /// <summary>"*daftar" among the variants stands for every form of the verb.</summary>
    public void AddVariants(string word, IEnumerable<string> variants)
    {
        var id = Add(word, WordRank.Common);
        foreach (var variant in variants)
            if (variant[0] == '*') verbs.Add((variant[1..], id));
            else if (ids.TryAdd(variant, id)) ranks[variant] = WordRank.Spelling;
    }

    /// <summary>What is added from here on is danger: found as written or shortened, never by a slip or a stem.</summary>
    public void BeginDanger() => firstOfDanger = words.Count;

    /// <summary>From here on words may be recognised with one slip; what was added before (danger) never.</summary>
    public void ForgiveSlipsFromHere()
    {
        exactOnly = [.. ids.Keys];
        firstAfterDanger = words.Count;
    }

    /// <summary>Javanese and Sundanese say p for f and v: "aktip", "daptar", "nonaktip"; only in words long enough not to become another one.</summary>
    private void AddWithoutF()
    {
        foreach (var (word, id) in ids.Where(pair => pair.Key.Length >= ShortestWithF && pair.Key.IndexOfAny(['f', 'v']) >= 0).ToList())
            ids.TryAdd(word.Replace('f', 'p').Replace('v', 'p'), id);
    }

    public Vocabulary Build()
    {
        AddWithoutF();
        return Finish();
    }

    /// <summary>Forms of verbs come last: a form that some table names itself means what that table says, and no slip leads to one.</summary>
    private Vocabulary Finish()
    {
        var slips = new SlipTable(ids.Keys.Where(word => !exactOnly.Contains(word)));
        foreach (var (stem, id) in verbs)
            foreach (var form in VerbForms.Of(stem))
                if (ids.TryAdd(form, id)) ranks[form] = WordRank.Form;
        var shortened = new ShortenedWords(ids.Select(pair => (pair.Key, pair.Value, ranks.GetValueOrDefault(pair.Key, WordRank.Spelling))));
        return new Vocabulary(ids, words, slips, shortened, (firstOfDanger, firstAfterDanger));
    }
}
