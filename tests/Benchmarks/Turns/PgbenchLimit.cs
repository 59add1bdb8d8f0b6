using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Puskesos.Benchmarks.Turns;

/// <summary>The rate at which pgbench runs the least SQL of one durable chat turn: deploy/bench.d.</summary>
public static partial class PgbenchLimit
{
    private const string Database = "turn_limit";

    public static async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var connectionString = await BenchServer.CreateDatabaseAsync(Database, cancellationToken);
        await using var source = NpgsqlDataSource.Create(connectionString);
        // vacuum cannot run in the transaction of a batch, so each statement goes alone.
        var schema = await File.ReadAllTextAsync(FileOf("schema.sql"), cancellationToken);
        foreach (var statement in schema.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Turns per second with so many clients, over one round.</summary>
    public static async Task<double> MeasureAsync(int clients, CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnectionStringBuilder(BenchServer.ConnectionString);
        string[] arguments =
        [
            "-n", "-h", server.Host!, "-U", server.Username!, "-d", Database, "-f", FileOf("turn.sql"),
            "-c", clients.ToString(CultureInfo.InvariantCulture), "-j", "2", "-M", "prepared",
            "-T", BenchServer.Seconds.ToString(CultureInfo.InvariantCulture),
        ];
        using var pgbench = Process.Start(new ProcessStartInfo(Path.Combine(BenchServer.Binaries, "pgbench"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = pgbench.StandardError.ReadToEndAsync(cancellationToken);
        var said = await pgbench.StandardOutput.ReadToEndAsync(cancellationToken);
        await pgbench.WaitForExitAsync(cancellationToken);

        var rate = Rate().Match(said);
        return pgbench.ExitCode == 0 && rate.Success
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench ended with {pgbench.ExitCode}: {await errors}");
    }

    private static string FileOf(string name) => Path.Combine(BenchServer.Root, "deploy", "bench.d", name);

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Rate();
}
