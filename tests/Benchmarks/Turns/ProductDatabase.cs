using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Puskesos.Benchmarks.Turns;

/// <summary>A database as ./deploy/start makes it: migrated and with the demo area, both by the operator's tool.</summary>
public static partial class ProductDatabase
{
    /// <summary>Where bot and tool find the master key and put documents.</summary>
    public static string Folder { get; } = Directory.CreateTempSubdirectory("puskesos-bench-").FullName;

    public static IReadOnlyDictionary<string, string?> Settings(string connectionString) => new Dictionary<string, string?>
    {
        ["ConnectionStrings__Puskesos"] = connectionString,
        ["Keys__Path"] = Path.Combine(Folder, "master.key"),
        ["Documents__Path"] = Path.Combine(Folder, "documents"),
        ["PUSKESOS_DEMO"] = "1",
    };

    /// <summary>The same with the passwords of the demo's officers, by address.</summary>
    public static async Task<(string ConnectionString, IReadOnlyDictionary<string, string> SignIns)> CreateWithSignInsAsync(string name, CancellationToken cancellationToken)
    {
        var connectionString = await BenchServer.CreateDatabaseAsync(name, cancellationToken);
        await RunToolAsync(connectionString, "migrate", cancellationToken);
        var said = await RunToolAsync(connectionString, "demo", cancellationToken);
        var signIns = said.Split('\n').Select(line => SignIn().Match(line)).Where(line => line.Success).GroupBy(line => line.Groups[1].Value);
        return (connectionString, signIns.ToDictionary(line => line.Key, line => line.First().Groups[2].Value));
    }

    public static async Task<string> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var connectionString = await BenchServer.CreateDatabaseAsync(name, cancellationToken);
        foreach (var verb in new[] { "migrate", "demo" }) await RunToolAsync(connectionString, verb, cancellationToken);

        return connectionString;
    }

    private static async Task<string> RunToolAsync(string connectionString, string verb, CancellationToken cancellationToken)
    {
        var tool = Path.Combine(BenchServer.Root, "deploy", "tool", "bin", "Release", "net10.0", "publish", "puskesos.dll");
        var start = new ProcessStartInfo("dotnet", [tool, verb]) { RedirectStandardOutput = true };
        foreach (var (key, value) in Settings(connectionString)) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"puskesos {verb} ended with {process.ExitCode}: {said}");
        return said;
    }

    [GeneratedRegex(@"email=(\S+) password=(\S+)")]
    private static partial Regex SignIn();
}
