using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Complaints;

/// <summary>Guesses categories by weighted rules over the lexicon's concepts; every guess can name the words that made it.</summary>
public sealed class ComplaintLexicon(LanguageLexicon lexicon) : IComplaintModel
{
    /// <summary>Rules of this category speak against social welfare ("SIM", "lampu jalan").</summary>
    private const string OutOfScope = "-";

    /// <summary>Below this weight nothing is guessed: "mohon bantuan" alone is no social aid.</summary>
    private const double Gate = 1.5;

    /// <summary>Where no rule reaches the gate, examples must weigh this much: what is like nothing in particular is asked, not guessed.</summary>
    private const double GateOfExamples = 3;

    /// <summary>
    /// So much evidence of the examples (a natural logarithm) speaks as much against social welfare as one point of a rule speaks for it; a message
    /// that the examples cannot place needs <see cref="Doubt"/> points. Measured on writers left out of the learning.
    /// </summary>
    private const double EvidenceOfPoint = 9;
    private const double Doubt = 3.3;

    /// <summary>
    /// Points for a message that the examples are sure to know as one need, and against one that they are sure to know as nobody's of ours. Of 1,753
    /// complaints of writers left out 42 are refused with them and 48 without, and of 538 other messages 425 with them and 396 without.
    /// </summary>
    private const double OneNeed = 4;
    private const double NoNeed = 3;

    /// <summary>Rules against social welfare count a little less than those for it: a word that leans away ("gaji", "jual") also stands in complaints.</summary>
    private const double AgainstShare = 0.6;

    /// <summary>Rules beyond so many points say the same once more; examples that are surer than that are believed.</summary>
    private const double MostOfRules = 6;

    /// <summary>
    /// A guess is offered alone when it has this weight and this lead; else the best three are choices. Of 1,233 complaints of writers left out of the
    /// learning 1,103 were offered one need alone, and 95.7 % of those rightly; with a lead of 3 it would be 1,055 and 96.2 %.
    /// </summary>
    private const double ClearWeight = 3;
    private const double ClearLead = 2;

    /// <summary>The weight that counts as an even chance.</summary>
    private const double EvenWeight = 3;

    private const int MostCandidates = 5;

    /// <summary>What certain examples add to a need: as much as three good rules. Measured with 4, 8, 12, 16 and 20 on writers left out of the learning.</summary>
    private const double ExampleWeight = 12;

    /// <summary>A need with less than this share of the best one's weight, or less than a point, is no rival, only related: examples give every need a little.</summary>
    private const double RivalShare = 0.25;
    private const double LeastRival = 1;

    /// <summary>A single word says less than a rule.</summary>
    private const double HintShare = 0.75;

    /// <summary>Beyond so many words a message says nothing new; keeps hostile texts cheap.</summary>
    private const int MostWords = 600;

    private readonly string[] categories = lexicon.Categories;
    private readonly int[] ruleCategories = [.. lexicon.Rules.Select(rule => Array.IndexOf(lexicon.Categories, rule.Category))];

    /// <inheritdoc/>
    public ComplaintReading Read(WrittenText text) => Read(text, lexicon.Words.Read(text), isWhole: true);

    /// <summary>Reads a message, or only a part of it; a part is judged by the rules alone.</summary>
    internal ComplaintReading Read(WrittenText text, Span<int> words, bool isWhole)
    {
        Span<int> first = stackalloc int[lexicon.Concepts.Count];
        Span<int> last = stackalloc int[lexicon.Concepts.Count];
        Span<double> weights = stackalloc double[categories.Length];
        Span<double> chances = stackalloc double[categories.Length];
        words = words[..Math.Min(words.Length, MostWords)];
        var isLikeExamples = lexicon.Examples.Read(text, isWhole ? words : [], chances, out var outside);
        lexicon.Concepts.Read(words, first, last);
        weights.Clear();
        Weigh(first, weights);
        Lean(words, weights);
        if (!IsOfWelfare(weights, isLikeExamples ? chances : [], outside, out var byRules)) return ComplaintReading.OutOfScope;
        for (var i = 0; i < weights.Length; i++) weights[i] += ExampleWeight * (isLikeExamples ? chances[i] : 0);
        var (candidates, related) = Candidates(text, words, weights, first, last);
        if (candidates.Count == 0 || candidates[0].Weight < (byRules < Gate ? GateOfExamples : Gate)) return ComplaintReading.OutOfScope;
        return new ComplaintReading(candidates, Programmes(first), Issue(first), IsClear(candidates)) { Related = related };
    }

    /// <summary>Whether it is for social welfare at all: by the rules, where they have an opinion, and by what similar examples were about.</summary>
    private bool IsOfWelfare(ReadOnlySpan<double> weights, ReadOnlySpan<double> chances, double outside, out double best)
    {
        var (against, surest, none) = (0d, 0d, 0d);
        best = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var chance = chances.IsEmpty ? 0 : chances[i];
            if (categories[i] == OutOfScope) (against, none) = (weights[i], chance);
            else (best, surest) = (Math.Max(best, weights[i]), Math.Max(surest, chance));
        }

        return chances.IsEmpty
            ? best >= Gate && best > against
            : Math.Min(best, MostOfRules) + (OneNeed * surest) > Doubt + (NoNeed * none) + (outside / EvidenceOfPoint) + (AgainstShare * against);
    }

    private void Weigh(ReadOnlySpan<int> first, Span<double> weights)
    {
        for (var i = 0; i < lexicon.Rules.Length; i++)
            if (Fits(lexicon.Rules[i].Conditions, first))
                weights[ruleCategories[i]] += lexicon.Rules[i].Weight;
    }

    /// <summary>Adds the single words, each once.</summary>
    private void Lean(ReadOnlySpan<int> words, Span<double> weights)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] <= 0 || words[..i].Contains(words[i]))
                continue;
            foreach (var hint in lexicon.Hints[words[i]])
                weights[hint.Category] += hint.Weight * HintShare;
        }
    }

    private static bool Fits(RuleCondition[] conditions, ReadOnlySpan<int> first)
    {
        foreach (var condition in conditions)
            if (first[condition.Concept] >= 0 == condition.Absent)
                return false;
        return true;
    }

    private (List<CategoryCandidate> Rivals, List<string> Related) Candidates(WrittenText text, ReadOnlySpan<int> words, Span<double> weights, ReadOnlySpan<int> first, ReadOnlySpan<int> last)
    {
        var (found, related) = (new List<CategoryCandidate>(MostCandidates), new List<string>(MostCandidates));
        while (found.Count + related.Count < MostCandidates)
        {
            var best = -1;
            for (var i = 0; i < categories.Length; i++)
                if (categories[i] != OutOfScope && weights[i] > 0 && (best < 0 || weights[i] > weights[best]))
                    best = i;
            if (best < 0) break;
            if (found.Count > 0 && weights[best] < Math.Max(found[0].Weight * RivalShare, LeastRival)) related.Add(categories[best]);
            else found.Add(new CategoryCandidate(categories[best], Math.Round(weights[best], 2), ScoreOf(weights[best]), Explain(text, words, best, first, last)));
            weights[best] = 0;
        }

        return (found, related);
    }

    private List<string> Explain(WrittenText text, ReadOnlySpan<int> spellings, int category, ReadOnlySpan<int> first, ReadOnlySpan<int> last)
    {
        var words = new List<string>(4);
        for (var i = 0; i < lexicon.Rules.Length; i++)
        {
            if (ruleCategories[i] != category || !Fits(lexicon.Rules[i].Conditions, first))
                continue;
            foreach (var condition in lexicon.Rules[i].Conditions)
            {
                if (condition.Absent)
                    continue;
                var start = text.OriginalStart(first[condition.Concept]);
                var piece = text.Original[start..(text.OriginalEnd(last[condition.Concept]) + 1)];
                if (!words.Contains(piece))
                    words.Add(piece);
            }
        }

        if (words.Count == 0)
            foreach (var at in lexicon.Examples.WordsFor(category, text, spellings))
                words.Add(text.Original[text.OriginalStart(at)..(text.OriginalEnd(at) + 1)]);
        return words;
    }

    private List<string> Programmes(Span<int> first)
    {
        var found = new List<(int At, string Code)>(2);
        foreach (var (code, concept) in lexicon.Programmes)
            if (first[concept] >= 0)
                found.Add((first[concept], code));
        found.Sort();
        return found.ConvertAll(programme => programme.Code);
    }

    private string? Issue(ReadOnlySpan<int> first)
    {
        foreach (var (issue, conditions) in lexicon.Issues)
            if (Fits(conditions, first))
                return issue;
        return null;
    }

    /// <summary>A weight as a number between 0 and 1.</summary>
    internal static double ScoreOf(double weight) => Math.Round(weight / (weight + EvenWeight), 3);

    /// <summary>Whether the best one may be offered alone.</summary>
    internal static bool IsClear(List<CategoryCandidate> candidates) =>
        candidates[0].Weight >= ClearWeight && (candidates.Count == 1 || candidates[0].Weight - candidates[1].Weight >= ClearLead);
}
