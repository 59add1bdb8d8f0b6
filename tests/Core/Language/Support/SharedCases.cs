namespace Puskesos.Tests.Core.Language.Support;

/// <summary>The phrase tables that lie beside the repository; a test skips clearly where they are absent.</summary>
internal static class SharedCases
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var path = Find(file);
        Assert.SkipWhen(path is null, $"../shared/data/language/{file} is not here.");
        return Parse(File.ReadAllLines(path!));
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string[] lines)
    {
        var heading = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(line => line.Length > 0 && line[0] != '#').Select(line => Row(heading, line.Split('\t')))];
    }

    private static Dictionary<string, string> Row(string[] heading, string[] cells) =>
        heading.Select((name, i) => (name, cell: i < cells.Length ? cells[i] : "")).ToDictionary(pair => pair.name, pair => pair.cell);

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "language", file);
            if (File.Exists(path))
                return path;
        }
        return null;
    }
}
