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

    /// <summary>A guess is offered alone when it has this weight and this lead; else the best three are choices.</summary>
    private const double ClearWeight = 3;
    private const double ClearLead = 1.5;

    /// <summary>The weight that counts as an even chance.</summary>
    private const double EvenWeight = 3;

    private const int MostCandidates = 5;

    /// <summary>What certain examples add to a need: as much as one good rule.</summary>
    private const double ExampleWeight = 4;

    /// <summary>A need with less than this share of the best one's weight is no rival, only related.</summary>
    private const double RivalShare = 0.25;

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
        words = words[..Math.Min(words.Length, MostWords)];
        lexicon.Concepts.Read(words, first, last);
        weights.Clear();
        Weigh(first, weights);
        Lean(words, weights);
        if (isWhole) Recall(text, words, weights);
        var (candidates, related) = Candidates(text, weights, first, last);
        return candidates.Count == 0
            ? ComplaintReading.OutOfScope
            : new ComplaintReading(candidates, Programmes(first), Issue(first), IsClear(candidates)) { Related = related };
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

    /// <summary>Adds what similar examples were about.</summary>
    private void Recall(WrittenText text, ReadOnlySpan<int> words, Span<double> weights)
    {
        Span<double> chances = stackalloc double[categories.Length];
        if (!lexicon.Examples.Read(text, words, chances)) return;
        for (var i = 0; i < weights.Length; i++) weights[i] += ExampleWeight * chances[i];
    }

    private static bool Fits(RuleCondition[] conditions, ReadOnlySpan<int> first)
    {
        foreach (var condition in conditions)
            if (first[condition.Concept] >= 0 == condition.Absent)
                return false;
        return true;
    }

    private (List<CategoryCandidate> Rivals, List<string> Related) Candidates(WrittenText text, Span<double> weights, ReadOnlySpan<int> first, ReadOnlySpan<int> last)
    {
        var (found, related) = (new List<CategoryCandidate>(MostCandidates), new List<string>(MostCandidates));
        var outside = Array.IndexOf(categories, OutOfScope) is >= 0 and var at ? weights[at] : 0;
        while (found.Count + related.Count < MostCandidates)
        {
            var best = -1;
            for (var i = 0; i < categories.Length; i++)
                if (categories[i] != OutOfScope && weights[i] > 0 && (best < 0 || weights[i] > weights[best]))
                    best = i;
            if (best < 0 || (found.Count == 0 && (weights[best] < Gate || weights[best] <= outside)))
                break;
            if (found.Count > 0 && weights[best] < found[0].Weight * RivalShare) related.Add(categories[best]);
            else found.Add(new CategoryCandidate(categories[best], Math.Round(weights[best], 2), ScoreOf(weights[best]), Explain(text, best, first, last)));
            weights[best] = 0;
        }

        return (found, related);
    }

    private List<string> Explain(WrittenText text, int category, ReadOnlySpan<int> first, ReadOnlySpan<int> last)
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
