namespace Puskesos.Core.Language.Lexicon;

/// <summary>Collects the words of the lexicon's rows; a variant stays with the word that named it first.</summary>
internal sealed class VocabularyBuilder
{
    private const int ShortestWithF = 5;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> words = [""];
    private readonly List<(string Stem, int Id)> verbs = [];
    private HashSet<string> exactOnly = [];

    public int Add(string word)
    {
        if (ids.TryGetValue(word, out var id))
            return id;
        ids[word] = id = words.Count;
        words.Add(word);
        return id;
    }

    /// <summary>"*daftar" among the variants stands for every form of the verb.</summary>
    public void AddVariants(string word, IEnumerable<string> variants)
    {
        var id = Add(word);
        foreach (var variant in variants)
            if (variant[0] == '*') verbs.Add((variant[1..], id));
            else ids.TryAdd(variant, id);
    }

    /// <summary>From here on words may be recognised with one slip; what was added before (danger) never.</summary>
    public void ForgiveSlipsFromHere() => exactOnly = [.. ids.Keys];

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
                ids.TryAdd(form, id);
        return new Vocabulary(ids, words, slips);
    }
}
