using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>RT and RW; resolution: rt and rw, each when told.</summary>
public sealed class RtRwModel() : IndonesianModel("rtrw")
{
    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text)
    {
        var results = new List<ModelResult>();
        foreach (var number in NeighbourhoodReader.Find(text))
        {
            var result = Span(text, number.Start, number.End, "rtrw");
            if (number.Rt is { } rt)
                result.Resolution["rt"] = rt.ToString(CultureInfo.InvariantCulture);
            if (number.Rw is { } rw)
                result.Resolution["rw"] = rw.ToString(CultureInfo.InvariantCulture);
            results.Add(result);
        }
        return results;
    }
}
