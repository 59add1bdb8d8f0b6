using System.Diagnostics;
using Npgsql;

namespace Puskesos.Benchmarks;

/// <summary>
/// Fills a database by statements that each write one table whole. Indexes and foreign keys are made anew afterwards: sorted and
/// checked at once instead of row by row. What is measured then finds the same database.
/// </summary>
internal static class BulkFill
{
    /// <summary>Only for the filling: a crash would mean to fill again, and sorting in memory is quicker.</summary>
    private const string Settings = "-c synchronous_commit=off -c work_mem=256MB -c maintenance_work_mem=1GB";

    /// <summary>Primary keys stay: statements join by them.</summary>
    private const string Indexes = """
        select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        from pg_index i join pg_class t on t.oid = i.indrelid
        where t.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
        """;

    private const string ForeignKeys = """
        select format('alter table %s drop constraint %I', conrelid::regclass, conname), format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        """;

    /// <summary>Runs the statements and prints how long they took.</summary>
    public static async Task RunAsync(string connection, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Options = Settings, CommandTimeout = 0 }.ConnectionString);
        var (keys, indexes) = (await ReadAsync(source, ForeignKeys, cancellationToken), await ReadAsync(source, Indexes, cancellationToken));
        foreach (var sql in keys.Concat(indexes).Select(one => one.Drop).Concat(statements)) await ExecuteAsync(source, sql, cancellationToken);
        var written = watch.Elapsed;
        foreach (var sql in indexes.Concat(keys).Select(one => one.Make)) await ExecuteAsync(source, sql, cancellationToken);
        await ExecuteAsync(source, "vacuum analyze", cancellationToken);
        // What was filled in must not still be on its way to the disk while something else is measured.
        await ExecuteAsync(source, "checkpoint", cancellationToken);
        Console.WriteLine($"filled in {watch.Elapsed.TotalSeconds:0} s: rows {written.TotalSeconds:0} s, then indexes, foreign keys and statistics");
    }

    private static async Task<List<(string Drop, string Make)>> ReadAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string, string)>();
        while (await rows.ReadAsync(cancellationToken)) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
