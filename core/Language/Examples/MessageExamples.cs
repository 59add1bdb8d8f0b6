using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Examples;

/// <summary>What the examples say about danger.</summary>
/// <param name="Danger">How much more speaks for danger than for calm: in natural logarithms, by the root of how much was read, so that a long message is not surer by its length.</param>
/// <param name="Suicidal">How much more speaks for suicidal words than for everything else, the same way.</param>
/// <param name="Margin">On which side of the line between danger and calm it stands, and how far; 0 is on the line, 1 is as far as the examples lie.</param>
/// <param name="Group">The group of <c>DangerFinding</c> that such danger mostly belonged to.</param>
internal readonly record struct DangerOpinion(double Danger, double Suicidal, double Margin, string Group);

/// <summary>What messages like this one were about, whether they were for somebody else to answer, and whether they told of danger.</summary>
internal sealed class MessageExamples
{
    /// <summary>Words that are too few to be like any example; they are left to the rules ("ya", a name, a village).</summary>
    private const int FewestWords = 4;

    /// <summary>Of danger four words still say too little: "tidak kuat biaya hidup" is close to suicidal examples.</summary>
    private const int FewestOfDanger = 5;

    private const string OutOfScope = "-", Calm = "none", Suicidal = "suicidal", Danger = "danger", Undecided = "any";

    /// <summary>
    /// Pieces of a word and its neighbours tell the same thing many times over: evidence for a need is taken as if there were so many times
    /// fewer features. Measured on writers left out of the learning: 14 gives 91.8 % right, 16 and 20 give 91.3 and 91.5, 8 and 28 a point less.
    /// </summary>
    private const double Dependence = 14;

    private const int MostWords = 3;

    /// <summary>The groups of danger by the need of the example; others are one group.</summary>
    private static readonly (string Need, string Group)[] Groups =
    [
        ("KEKERASAN", "violence"), ("JIWA", "madness"), ("BENCANA", "disaster"), ("BIAYA_RS", "medical"), ("ANAK", "child"), ("MIGRAN", "trafficking"), ("", "other"),
    ];

    private readonly ExampleModel model;
    private readonly int needs;
    private readonly int calm;
    private readonly int danger;
    private readonly int suicidal;

    /// <summary>Learns the rows of the table of examples.</summary>
    public MessageExamples(IReadOnlyList<string[]> examples, string[] categories, Vocabulary words)
    {
        needs = categories.Length;
        calm = needs + 2;
        danger = calm + needs;
        suicidal = danger + Groups.Length;
        model = new ExampleModel(examples.Select(row => new ExampleMessage(row[2], Answers(row, categories), row[1] == Undecided ? null : row[1] != Calm)), [needs, 2, suicidal + 1 - calm], words);
    }

    /// <summary>How likely each category is (together one) and how much more speaks for "out of scope" than against it; false when too little is written or known.</summary>
    public bool Read(WrittenText text, ReadOnlySpan<int> words, Span<double> chances, out double outside)
    {
        outside = 0;
        Span<float> evidence = stackalloc float[model.Answers];
        Span<ulong> features = stackalloc ulong[MessageFeatures.Most];
        if (!HasWords(text, words, FewestWords) || model.Read(features[..MessageFeatures.Read(text, words, features)], evidence) == 0) return false;
        outside = evidence[needs + 1] - evidence[needs];
        var (highest, total) = (float.MinValue, 0d);
        for (var i = 0; i < needs; i++) highest = Math.Max(highest, evidence[i]);
        for (var i = 0; i < needs; i++) total += chances[i] = Math.Exp((evidence[i] - highest) / Dependence);
        for (var i = 0; i < needs; i++) chances[i] /= total;
        return true;
    }

    /// <summary>What the examples say about danger; null when too little is written or known.</summary>
    public DangerOpinion? ReadDanger(WrittenText text, ReadOnlySpan<int> words)
    {
        Span<float> evidence = stackalloc float[model.Answers];
        Span<ulong> features = stackalloc ulong[MessageFeatures.Most];
        if (!HasWords(text, words, FewestOfDanger)) return null;
        features = features[..MessageFeatures.Read(text, words, features)];
        if (model.Read(features, evidence) is var read && read == 0) return null;
        var (safe, unsafely) = (Sum(evidence[calm..danger]), Sum(evidence[danger..suicidal]));
        var nearest = 0;
        for (var i = 1; i < Groups.Length; i++)
            if (evidence[danger + i] > evidence[danger + nearest]) nearest = i;
        var dark = (double)evidence[suicidal];
        return new DangerOpinion((Sum(unsafely, dark) - safe) / Math.Sqrt(read), (dark - Sum(safe, unsafely)) / Math.Sqrt(read), model.Margin(features), Groups[nearest].Group);
    }

    /// <summary>The places of the words that spoke most for a category, in the order of writing.</summary>
    public int[] WordsFor(int category, WrittenText text, ReadOnlySpan<int> words) => Heaviest(text, words, 0, needs, category);

    /// <summary>The places of the words that spoke most for danger, in the order of writing.</summary>
    public int[] WordsOfDanger(WrittenText text, ReadOnlySpan<int> words, bool isSuicidal) =>
        Heaviest(text, words, calm, suicidal + 1, isSuicidal ? suicidal : -1);

    private List<(int, float)> Answers(string[] row, string[] categories)
    {
        var codes = row[0].TrimStart(LexiconCheck.ForDangerOnly).Split('|');
        var known = codes.Select(code => Array.IndexOf(categories, code)).Where(at => at >= 0).ToList();
        var answers = new List<(int, float)>();
        if (!row[0].StartsWith(LexiconCheck.ForDangerOnly))
        {
            answers.AddRange(known.Select(at => (at, 1f / known.Count)));
            answers.Add((codes.Contains(OutOfScope) ? needs + 1 : needs, 1));
        }

        if (row[1] == Calm && known.Count > 0) answers.Add((calm + known[0], 1));
        if (row[1] == Suicidal) answers.Add((suicidal, 1));
        if (row[1] == Danger) answers.Add((danger + (Array.FindIndex(Groups, group => group.Need == codes[0]) is >= 0 and var at ? at : Groups.Length - 1), 1));
        return answers;
    }

    private static bool HasWords(WrittenText text, ReadOnlySpan<int> words, int fewest)
    {
        var written = 0;
        for (var i = 0; i < words.Length && written < fewest; i++)
            if (text.IsWord(i) && words[i] != Vocabulary.Removed) written++;
        return written == fewest;
    }

    private int[] Heaviest(WrittenText text, ReadOnlySpan<int> words, int first, int after, int answer)
    {
        Span<ulong> features = stackalloc ulong[MessageFeatures.MostOfWord];
        Span<float> evidence = stackalloc float[model.Answers];
        var weights = new List<(double Weight, int At)>();
        for (var i = 0; i < words.Length; i++)
        {
            evidence.Clear();
            if (!text.IsWord(i) || words[i] == Vocabulary.Removed || model.Add(features[..MessageFeatures.ReadWord(text, i, words[i], features)], evidence) == 0) continue;
            var mean = Mean(evidence[first..after]);
            var own = answer >= 0 ? evidence[answer] : Mean(evidence[danger..(suicidal + 1)]);
            if (own > mean) weights.Add((own - mean, i));
        }

        return [.. weights.OrderByDescending(word => word.Weight).Take(MostWords).Select(word => word.At).Order()];
    }

    private static double Mean(ReadOnlySpan<float> values)
    {
        var sum = 0d;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    /// <summary>The logarithm of a sum of what is given in logarithms.</summary>
    private static double Sum(ReadOnlySpan<float> values)
    {
        var sum = double.NegativeInfinity;
        foreach (var value in values) sum = Sum(sum, value);
        return sum;
    }

    private static double Sum(double one, double other)
    {
        var (high, low) = (Math.Max(one, other), Math.Min(one, other));
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
