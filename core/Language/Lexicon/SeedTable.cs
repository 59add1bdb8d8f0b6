using System.Text;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>Reads the seed tables that are built into the assembly: tab-separated, one heading line, '#' starts a remark.</summary>
internal static class SeedTable
{
    public static List<string[]> Read(string name)
    {
        using var stream = typeof(SeedTable).Assembly.GetManifestResourceStream($"Language.Lexicon.{name}.tsv")
            ?? throw new InvalidOperationException($"The seed table {name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split('\t'));
        return rows;
    }
}
