namespace Puskesos.Core.Places.Import;

/// <summary>Finds the columns of a list by the names in its heading, whatever their order.</summary>
public sealed class ListColumns
{
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

    public ListColumns(string[] heading)
    {
        for (var at = 0; at < heading.Length; at++)
        {
            _at.TryAdd(heading[at].Trim().Trim('\uFEFF').ToLowerInvariant().Replace(' ', '_').Replace('-', '_'), at);
        }
    }

    /// <summary>The column with the first of these names that the heading has, or -1.</summary>
    public int Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_at.TryGetValue(name, out var at))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The trimmed content of a column; null when the list has no such column or the field is empty.</summary>
    public static string? Field(string[] fields, int column)
    {
        var text = column >= 0 && column < fields.Length ? fields[column].Trim() : "";
        return text.Length == 0 ? null : text;
    }
}
