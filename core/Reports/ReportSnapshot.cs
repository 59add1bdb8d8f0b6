using System.Data;
using Npgsql;

namespace Puskesos.Core.Reports;

/// <summary>
/// Three connections that show the database as it was at one moment, so that all figures of a report agree with each other while several
/// processors of the server work on it.
/// </summary>
internal sealed class ReportSnapshot : IAsyncDisposable
{
    private ReportSnapshot(NpgsqlConnection first, NpgsqlConnection second, NpgsqlConnection third) => (First, Second, Third) = (first, second, third);

    public NpgsqlConnection First { get; }

    public NpgsqlConnection Second { get; }

    public NpgsqlConnection Third { get; }

    public static async Task<ReportSnapshot> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var made = new ReportSnapshot(source.CreateConnection(), source.CreateConnection(), source.CreateConnection());
        try
        {
            await BeginAsync(made.First, cancellationToken);
            await using var export = new NpgsqlCommand("select pg_export_snapshot()", made.First);
            var name = (string)(await export.ExecuteScalarAsync(cancellationToken))!;
            foreach (var other in new[] { made.Second, made.Third })
            {
                await BeginAsync(other, cancellationToken);
                // A snapshot's name is written, not given: SET takes no parameter. It is made of digits and hyphens by the server itself.
                await using var import = new NpgsqlCommand($"set transaction snapshot '{name}'", other);
                await import.ExecuteNonQueryAsync(cancellationToken);
            }

            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closing rolls the transactions back; nothing was written.</summary>
    public async ValueTask DisposeAsync()
    {
        await Third.DisposeAsync();
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }

    private static async Task BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }
}
