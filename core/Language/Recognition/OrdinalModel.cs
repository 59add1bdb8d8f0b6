using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>Places in a row; resolution: offset, relativeTo, value.</summary>
public sealed class OrdinalModel() : IndonesianModel("ordinal")
{
    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text)
    {
        var results = new List<ModelResult>();
        for (var i = 0; i < text.Count; i++)
        {
            if (OrdinalScanner.Read(text, i, out var last) is not { } place)
                continue;
            var value = place.ToString(CultureInfo.InvariantCulture);
            results.Add(Result(text, i, last, "ordinal", ("offset", value), ("relativeTo", "start"), (ResolutionKey.Value, value)));
            i = last;
        }
        return results;
    }
}
