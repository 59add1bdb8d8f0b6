using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>A recogniser of one kind of entity in Indonesian, in the shape of Microsoft.Recognizers.Text.</summary>
public abstract class IndonesianModel(string typeName) : IModel
{
    /// <summary>Culture code under which the models are registered.</summary>
    public const string CultureCode = "id-id";

    /// <inheritdoc/>
    public string ModelTypeName { get; } = typeName;

    /// <inheritdoc/>
    public string Culture { get; private set; } = CultureCode;

    /// <inheritdoc/>
    public string RequestedCulture { get; private set; } = CultureCode;

    /// <inheritdoc/>
    public List<ModelResult> Parse(string query) => Parse(TextNormaliser.Read(query));

    /// <inheritdoc/>
    public void SetCultureInfo(string culture, string? requestedCulture = null)
    {
        Culture = culture;
        RequestedCulture = requestedCulture ?? culture;
    }

    /// <summary>The entities of a message that is cut into tokens already.</summary>
    public abstract List<ModelResult> Parse(WrittenText text);

    private protected static ModelResult Result(WrittenText text, int first, int last, string typeName, params ReadOnlySpan<(string Key, object Value)> resolution) =>
        Span(text, text.OriginalStart(first), text.OriginalEnd(last), typeName, resolution);

    private protected static ModelResult Span(WrittenText text, int start, int end, string typeName, params ReadOnlySpan<(string Key, object Value)> resolution)
    {
        var values = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in resolution)
            values[key] = value;
        return new ModelResult { Text = text.Original[start..(end + 1)], Start = start, End = end, TypeName = typeName, Resolution = values };
    }
}
