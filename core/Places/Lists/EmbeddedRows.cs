namespace Puskesos.Core.Places;

/// <summary>Reads the small tab-separated lists that are compiled into core; a line that begins with # names the source.</summary>
internal static class EmbeddedRows
{
    /// <summary>The rows below the heading, each cut into its columns.</summary>
    public static IEnumerable<string[]> Read(string name) => ReadLines(name).Skip(1).Select(line => line.Split('\t'));

    /// <summary>The lines as they stand, without the source.</summary>
    public static IEnumerable<string> ReadLines(string name)
    {
        var resource = $"{typeof(EmbeddedRows).Namespace}.{name}";
        using var stream = typeof(EmbeddedRows).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The list {resource} is not compiled into core.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
