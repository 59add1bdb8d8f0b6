using System.Globalization;
using Npgsql;

namespace Puskesos.Benchmarks;

/// <summary>The PostgreSQL that ./deploy/bench has started, with fsync and synchronous_commit on.</summary>
public static class BenchServer
{
    public static string ConnectionString { get; } = Required("PUSKESOS_BENCH_POSTGRES");

    public static string Binaries { get; } = Required("PUSKESOS_BENCH_BINARIES");

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Required("PUSKESOS_BENCH_ROOT");

    /// <summary>Seconds of one round.</summary>
    public static int Seconds { get; } = Setting("BENCH_SECONDS", 10);

    /// <summary>A whole number from the environment, by which a run can be made smaller to try it out.</summary>
    public static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var set) ? set : usual;

    /// <summary>An empty database of this name; an older one is dropped.</summary>
    public static async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using (var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection)) await drop.ExecuteNonQueryAsync(cancellationToken);
        await using (var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection)) await create.ExecuteNonQueryAsync(cancellationToken);

        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set; start the benchmarks by ./deploy/bench");
}
