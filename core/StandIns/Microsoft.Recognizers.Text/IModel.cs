namespace Microsoft.Recognizers.Text;

/// <summary>A recogniser of one kind of entity in one culture.</summary>
public interface IModel
{
    string ModelTypeName { get; }

    string Culture { get; }

    string RequestedCulture { get; }

    List<ModelResult> Parse(string query);

    void SetCultureInfo(string culture, string? requestedCulture = null);
}
