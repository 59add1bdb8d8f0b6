namespace Puskesos.Tests.Rules;

/// <summary>The repository that these tests were built from.</summary>
public static class SourceTree
{
    private static readonly string[] Roots = ["core", "bot", "admin", "tests", "deploy"];
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".data", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every .cs and .cshtml file, stand-ins and tests included.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Roots.SelectMany(root => Files(root, ".cs", ".cshtml"))];

    public static IEnumerable<SourceFile> Files(string folder, params string[] endings)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path)) return [];

        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(Skipped).Any())
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(file, File.ReadAllText(Path.Combine(Root, file))));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Puskesos.Bot.sln"))) folder = folder.Parent;

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository");
    }
}
