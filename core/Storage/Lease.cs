using Npgsql;

namespace Puskesos.Core.Storage;

/// <summary>What only one process at a time may do. The numbers are the locks' keys: never renumber.</summary>
public enum LeaseName
{
    TelegramPolling = 1,
    TelegramWebhookSetup = 2,
    WhatsAppReconcile = 3,
}

/// <summary>Takes rights that only one process at a time has.</summary>
public sealed class Leases(string connectionString)
{
    /// <summary>Seconds after which a silent connection is probed, so that a lost lease is noticed.</summary>
    private const int ProbeSeconds = 15;

    /// <summary>The right, or null when another process has it; throws <see cref="NpgsqlException"/> when the database is away.</summary>
    public async Task<Lease?> TryTakeAsync(LeaseName name, CancellationToken cancellationToken)
    {
        // A connection of its own and not of the pool: a session lock lives as long as its session.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = ProbeSeconds };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (await Lease.TryLockAsync(connection, name, cancellationToken)) return new Lease(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }
}

/// <summary>A right that only one process at a time has, kept by a PostgreSQL advisory lock; closing gives it back.</summary>
public sealed class Lease : IAsyncDisposable
{
    /// <summary>The first half of every lease's key, so that no other lock of this database meets it.</summary>
    private const int KeySpace = 0x4C454153;

    private readonly NpgsqlConnection connection;

    internal Lease(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>False when the session with the lock is gone: somebody else may have the right now.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var probe = new NpgsqlCommand("select 1", connection);
            await probe.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    internal static async Task<bool> TryLockAsync(NpgsqlConnection connection, LeaseName name, CancellationToken cancellationToken)
    {
        await using var take = new NpgsqlCommand("select pg_try_advisory_lock(@space, @name)", connection);
        take.Parameters.AddWithValue("space", KeySpace);
        take.Parameters.AddWithValue("name", (int)name);
        return await take.ExecuteScalarAsync(cancellationToken) is true;
    }
}
