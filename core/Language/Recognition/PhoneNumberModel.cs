using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>Telephone numbers; resolution: value in E.164, score.</summary>
public sealed class PhoneNumberModel() : IndonesianModel("phonenumber")
{
    private const string FullScore = "1";

    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text) => Results(text, PhoneNumberReader.Find(text));

    internal static List<ModelResult> Results(WrittenText text, IReadOnlyList<PhoneNumber> numbers) =>
        [.. numbers.Select(number => Span(text, number.Start, number.End, "phonenumber", (ResolutionKey.Value, number.E164), (ResolutionKey.Score, FullScore)))];
}
