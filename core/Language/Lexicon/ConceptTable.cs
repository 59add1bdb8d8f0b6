namespace Puskesos.Core.Language.Lexicon;

/// <summary>Whether a concept must occur in the message or must not.</summary>
internal readonly record struct RuleCondition(int Concept, bool Absent);

/// <summary>Concepts that together speak for a category, and how much.</summary>
internal sealed record ComplaintRule(string Category, double Weight, RuleCondition[] Conditions);

/// <summary>How much a single word leans towards a category.</summary>
internal readonly record struct WordHint(int Category, double Weight);

/// <summary>Things and happenings that residents write about, each with the phrases by which it is known.</summary>
internal sealed class ConceptTable
{
    /// <summary>The manners of speech ("mau lapor") that are blanked before anything else is read.</summary>
    public const string Noise = "NOISE";

    /// <summary>"bantuan saya belum cair": so many words may stand inside a phrase.</summary>
    private const int UsualGap = 2;

    private readonly Dictionary<string, int> concepts = new(StringComparer.Ordinal);
    private readonly PhraseTable phrases = new(UsualGap);
    private readonly PhraseTable noise = new(1);

    public ConceptTable(IEnumerable<string[]> table, VocabularyBuilder vocabulary)
    {
        foreach (var row in table)
        {
            if (!concepts.TryGetValue(row[0], out var concept))
                concepts[row[0]] = concept = concepts.Count;
            var target = row[0] == Noise ? noise : phrases;
            foreach (var phrase in row[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                target.Add(phrase, concept, vocabulary);
        }
        phrases.Freeze();
        noise.Freeze();
    }

    public int Count => concepts.Count;

    public int Find(string concept) => concepts.TryGetValue(concept, out var id) ? id : throw new InvalidOperationException($"The lexicon has no concept {concept}.");

    public RuleCondition[] Conditions(string text) =>
        [.. text.Split('&', StringSplitOptions.TrimEntries).Select(name => new RuleCondition(Find(name.TrimStart('!')), name[0] == '!'))];

    /// <summary>Marks every concept that occurs: first and last token of its first occurrence, else -1.</summary>
    public void Read(Span<int> words, Span<int> first, Span<int> last)
    {
        first.Fill(-1);
        Blank(words);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var phrase in phrases.StartingWith(words[at]))
            {
                var concept = phrases.Owner(phrase);
                if (first[concept] >= 0 || phrases.EndOf(phrase, words, at) is var end && end < 0)
                    continue;
                first[concept] = at;
                last[concept] = end;
            }
        }
    }

    private void Blank(Span<int> words)
    {
        for (var at = 0; at < words.Length; at++)
            foreach (var phrase in noise.StartingWith(words[at]))
                if (noise.EndOf(phrase, words, at) is >= 0 and var end)
                {
                    words[at..(end + 1)].Clear();
                    break;
                }
    }
}
