using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Puskesos.Core.Storage.Mappings;

/// <summary>Marks columns that hold personal data; retention and the export of statistics read the mark.</summary>
public static class PersonalData
{
    /// <summary>The annotation's name in the model.</summary>
    public const string Annotation = "Puskesos:Personal";

    /// <summary>This column holds personal data.</summary>
    public static PropertyBuilder<T> Personal<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }
}
