using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Examples;

/// <summary>What similar messages were about.</summary>
internal sealed class NeedExamples(IReadOnlyList<string[]> examples, string[] categories, Vocabulary words)
{
    /// <summary>Measured on messages set aside: 8 of 4, 8, 16.</summary>
    private const double Dependence = 8;

    private readonly ExampleModel model = new(
        examples.Select(row => (row[2], row[0].Split('|').Select(code => Array.IndexOf(categories, code)).Where(at => at >= 0).ToArray())), categories.Length, Dependence, words);

    /// <summary>How likely each category is, in the order of the lexicon's categories; false when nothing in the message is known.</summary>
    public bool Read(WrittenText text, ReadOnlySpan<int> words, Span<double> chances) => model.Read(text, words, chances);
}
