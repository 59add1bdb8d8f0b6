using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>A whole message as yes, no, not yet or already; resolution: value true, false, notyet, already, and score.</summary>
public sealed class BooleanModel() : IndonesianModel("boolean")
{
    /// <summary>Upstream's scores: a bare answer, and one with more words around it.</summary>
    private const double BareScore = 1.0;
    private const double EmbeddedScore = 0.7;

    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text)
    {
        var answer = YesNoReader.ReadWords(text, out var first, out var last);
        if (answer == YesNoAnswer.None || first < 0)
            return [];
        object value = answer switch { YesNoAnswer.Yes => true, YesNoAnswer.No => false, YesNoAnswer.NotYet => "notyet", _ => "already" };
        return [Result(text, first, last, "boolean", (ResolutionKey.Value, value), (ResolutionKey.Score, last - first + 1 == text.Count ? BareScore : EmbeddedScore))];
    }
}
