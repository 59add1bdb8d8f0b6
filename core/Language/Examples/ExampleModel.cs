using System.Runtime.InteropServices;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Examples;

/// <summary>An example message and the places of the answers that it gives; fair answers of one question share it. <see cref="IsDanger"/> is null where the example leaves it open.</summary>
internal readonly record struct ExampleMessage(string Text, IReadOnlyList<(int Answer, float Share)> Answers, bool? IsDanger);

/// <summary>
/// Learns from example messages which answers a message calls for: multinomial naive Bayes over <see cref="MessageFeatures"/>. It is the second
/// opinion beside the rules, for messages that tell their matter in words that no rule names. Learning is counting, so it is quick and always gives the same.
/// </summary>
internal sealed class ExampleModel
{
    /// <summary>
    /// What a feature that an answer never showed counts as, in occurrences; far below one, since every word gives several features. Measured on
    /// writers left out of the learning: .01, .03, .06 and .1 differ by less than one message in a hundred.
    /// </summary>
    private const double Unseen = 0.06;

    private readonly Dictionary<ulong, int> places = [];
    private readonly int[] ends;
    private readonly byte[] answers;
    private readonly float[] gains;
    private readonly float[] priors;
    private readonly DangerMargin margin;

    /// <summary>Learns.</summary>
    /// <param name="examples">Messages with their answers.</param>
    /// <param name="questions">How many answers each question has; answers are counted through from the first question to the last.</param>
    /// <param name="words">The words behind spellings.</param>
    public ExampleModel(IEnumerable<ExampleMessage> examples, IReadOnlyList<int> questions, Vocabulary words)
    {
        priors = new float[questions.Sum()];
        var read = new List<(int[] Places, IReadOnlyList<(int Answer, float Share)> Answers)>();
        var judged = new List<(int[] Places, bool IsDanger)>();
        Span<ulong> features = stackalloc ulong[MessageFeatures.Most];
        foreach (var example in examples)
        {
            var text = TextNormaliser.Read(example.Text);
            var own = Placed(features[..MessageFeatures.Read(text, words.Read(text), features)]);
            read.Add((own, example.Answers));
            if (example.IsDanger is { } isDanger && own.Length > 0) judged.Add((own, isDanger));
        }

        margin = new DangerMargin(judged, places.Count);

        var totals = new double[priors.Length];
        foreach (var (own, right) in read)
            foreach (var (answer, share) in right)
            {
                priors[answer] += share;
                totals[answer] += share * own.Length;
            }

        ends = new int[places.Count];
        (answers, gains) = Gains(Postings(read), totals, Floors(totals, questions));
        for (var answer = 0; answer < priors.Length; answer++) priors[answer] = MathF.Log(priors[answer]);
    }

    /// <summary>How many answers there are, over all questions.</summary>
    public int Answers => priors.Length;

    /// <summary>How much speaks for each answer, in natural logarithms; only differences within a question mean something. An answer without any example has minus infinity.</summary>
    /// <returns>How many of the features some example had.</returns>
    public int Read(ReadOnlySpan<ulong> features, Span<float> evidence)
    {
        priors.CopyTo(evidence);
        return Add(features, evidence);
    }

    /// <summary>On which side of the line between danger and calm a message with these features stands, see <see cref="DangerMargin"/>.</summary>
    public double Margin(ReadOnlySpan<ulong> features)
    {
        var (sum, known) = (0d, 0);
        foreach (var feature in features)
            if (places.TryGetValue(feature, out var place)) (sum, known) = (sum + margin.Weights[place], known + 1);
        return known == 0 ? margin.Bias : margin.Bias + (sum / Math.Sqrt(known));
    }

    /// <summary>Adds what the features alone say, without how common an answer is.</summary>
    public int Add(ReadOnlySpan<ulong> features, Span<float> evidence)
    {
        var known = 0;
        foreach (var feature in features)
        {
            if (!places.TryGetValue(feature, out var place)) continue;
            known++;
            for (var at = place == 0 ? 0 : ends[place - 1]; at < ends[place]; at++) evidence[answers[at]] += gains[at];
        }

        return known;
    }

    private int[] Placed(ReadOnlySpan<ulong> features)
    {
        var own = new int[features.Length];
        for (var i = 0; i < own.Length; i++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, features[i], out var known);
            if (!known) place = places.Count - 1;
            own[i] = place;
        }

        return own;
    }

    /// <summary>The share of an unseen feature, the same for all answers of a question, so that answers with few examples are neither favoured nor put back.</summary>
    private static double[] Floors(double[] totals, IReadOnlyList<int> questions)
    {
        var floors = new double[totals.Length];
        var first = 0;
        foreach (var size in questions)
        {
            var own = totals.AsSpan(first, size);
            var (sum, used) = (0d, 0);
            foreach (var total in own)
                if (total > 0) (sum, used) = (sum + total, used + 1);
            floors.AsSpan(first, size).Fill(Unseen * used / Math.Max(sum, 1));
            first += size;
        }

        return floors;
    }

    /// <summary>For each feature the examples that show it, one feature after another.</summary>
    private (int[] Ends, IReadOnlyList<(int Answer, float Share)>[] Examples) Postings(List<(int[] Places, IReadOnlyList<(int Answer, float Share)> Answers)> read)
    {
        var next = new int[places.Count + 1];
        foreach (var (own, _) in read)
            foreach (var place in own) next[place + 1]++;
        for (var place = 1; place < next.Length; place++) next[place] += next[place - 1];
        var shown = new IReadOnlyList<(int, float)>[next[^1]];
        foreach (var (own, right) in read)
            foreach (var place in own) shown[next[place]++] = right;
        return (next[..^1], shown);
    }

    private (byte[] Answers, float[] Gains) Gains((int[] Ends, IReadOnlyList<(int Answer, float Share)>[] Examples) postings, double[] totals, double[] floors)
    {
        var (found, gained) = (new List<byte>(postings.Examples.Length), new List<float>(postings.Examples.Length));
        Span<float> counts = stackalloc float[priors.Length];
        for (var place = 0; place < ends.Length; place++)
        {
            counts.Clear();
            foreach (var right in postings.Examples.AsSpan((place == 0 ? 0 : postings.Ends[place - 1])..postings.Ends[place]))
                foreach (var (answer, share) in right) counts[answer] += share;
            for (var answer = 0; answer < counts.Length; answer++)
            {
                if (counts[answer] == 0) continue;
                found.Add((byte)answer);
                gained.Add((float)Math.Log(1 + (counts[answer] / totals[answer] / floors[answer])));
            }

            ends[place] = found.Count;
        }

        return ([.. found], [.. gained]);
    }
}
