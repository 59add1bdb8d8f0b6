using System.Runtime.InteropServices;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Examples;

/// <summary>
/// Learns from example messages which of several answers a message calls for: multinomial naive Bayes over <see cref="MessageFeatures"/>. It is
/// the second opinion beside the rules, for messages that tell their matter in words that no rule names.
/// </summary>
internal sealed class ExampleModel
{
    /// <summary>What a feature that an answer never showed counts as; far below one, since every word gives several features.</summary>
    private const double Smoothing = 0.05;

    /// <summary>A feature that only one example has is a name or chance.</summary>
    private const int FewestExamples = 2;

    private readonly Dictionary<ulong, int> places = [];
    private readonly float[] likelihoods;
    private readonly float[] priors;
    private readonly double dependence;

    /// <summary>Learns.</summary>
    /// <param name="examples">Texts and the places of their answers; several fair answers share an example.</param>
    /// <param name="answers">How many answers there are.</param>
    /// <param name="dependence">Features of one message hang together: their evidence is taken as if there were so many times fewer.</param>
    /// <param name="words">The words behind spellings.</param>
    public ExampleModel(IEnumerable<(string Text, int[] Answers)> examples, int answers, double dependence, Vocabulary words)
    {
        this.dependence = dependence;
        Answers = answers;
        var read = new List<(ulong[] Features, int[] Answers)>();
        var seen = new Dictionary<ulong, int>();
        Span<ulong> features = stackalloc ulong[MessageFeatures.Most];
        foreach (var (text, right) in examples)
        {
            var written = TextNormaliser.Read(text);
            var own = features[..MessageFeatures.Read(written, words.Read(written), features)].ToArray();
            foreach (var feature in own) CollectionsMarshal.GetValueRefOrAddDefault(seen, feature, out _)++;
            read.Add((own, right));
        }

        foreach (var (feature, times) in seen)
            if (times >= FewestExamples) places.Add(feature, places.Count * answers);
        likelihoods = new float[places.Count * answers];
        priors = new float[answers];
        foreach (var (own, right) in read) Count(own, right);
        Weigh();
    }

    /// <summary>How many answers there are.</summary>
    public int Answers { get; }

    /// <summary>How likely each answer is; together one. False when the message shows nothing that an example had.</summary>
    public bool Read(WrittenText text, ReadOnlySpan<int> words, Span<double> chances)
    {
        Span<ulong> features = stackalloc ulong[MessageFeatures.Most];
        Span<float> sums = stackalloc float[Answers];
        priors.CopyTo(sums);
        var known = 0;
        foreach (var feature in features[..MessageFeatures.Read(text, words, features)])
        {
            if (!places.TryGetValue(feature, out var place)) continue;
            known++;
            var row = likelihoods.AsSpan(place, Answers);
            for (var i = 0; i < row.Length; i++) sums[i] += row[i];
        }

        Share(sums, chances);
        return known > 0;
    }

    private void Share(ReadOnlySpan<float> sums, Span<double> chances)
    {
        var (highest, total) = (double.MinValue, 0d);
        for (var i = 0; i < sums.Length; i++) highest = Math.Max(highest, sums[i]);
        for (var i = 0; i < sums.Length; i++) total += chances[i] = Math.Exp((sums[i] - highest) / dependence);
        for (var i = 0; i < sums.Length; i++) chances[i] /= total;
    }

    private void Count(ulong[] features, int[] right)
    {
        foreach (var answer in right)
        {
            priors[answer] += 1f / right.Length;
            foreach (var feature in features)
                if (places.TryGetValue(feature, out var place)) likelihoods[place + answer] += 1f / right.Length;
        }
    }

    private void Weigh()
    {
        var totals = new double[Answers];
        for (var i = 0; i < likelihoods.Length; i++) totals[i % Answers] += likelihoods[i];
        for (var i = 0; i < likelihoods.Length; i++)
            likelihoods[i] = (float)Math.Log((likelihoods[i] + Smoothing) / (totals[i % Answers] + (Smoothing * places.Count)));
        var examples = priors.Sum();
        for (var i = 0; i < Answers; i++) priors[i] = (float)Math.Log((priors[i] + Smoothing) / (examples + (Smoothing * Answers)));
    }
}
