using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>NIK numbers; resolution: value with sixteen digits.</summary>
public sealed class NikModel() : IdentityNumberModel("nik", IdentityNumberKind.Nik);

/// <summary>KK numbers; resolution: value with sixteen digits.</summary>
public sealed class KkModel() : IdentityNumberModel("kk", IdentityNumberKind.Kk);

/// <summary>The valid numbers of one kind; impossible ones are masked elsewhere but are no entity.</summary>
public abstract class IdentityNumberModel(string typeName, IdentityNumberKind kind) : IndonesianModel(typeName)
{
    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text) => Results(text, IdentityNumberReader.Find(text));

    internal List<ModelResult> Results(WrittenText text, IReadOnlyList<IdentityNumber> numbers) =>
        [.. numbers.Where(number => number.Kind == kind && number.Verdict == IdentityNumberVerdict.Valid)
            .Select(number => Span(text, number.Start, number.End, ModelTypeName, (ResolutionKey.Value, number.Digits)))];
}
