using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Puskesos.Core.Storage;

/// <summary>Brings the database to the schema of this version; the only place that does.</summary>
public static class DatabaseMigration
{
    /// <summary>Number of the advisory lock under which one process migrates and all others wait.</summary>
    private const long MigrationLock = 0x50554B53;

    /// <summary>Migrates under an advisory lock; a second run changes nothing.</summary>
    public static async Task MigrateAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var database = StorageSetup.Open(connectionString);
        await using var lease = await database.OpenConnectionAsync(cancellationToken);
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({MigrationLock})", lease)) await take.ExecuteNonQueryAsync(cancellationToken);
        await using var context = new BotDbContext(Options(database));
        await context.Database.MigrateAsync(cancellationToken);
        await using var release = new NpgsqlCommand($"select pg_advisory_unlock({MigrationLock})", lease);
        await release.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>True when the database has every migration of this version: the processes report ready only then.</summary>
    public static async Task<bool> FitsAsync(BotDbContext context, CancellationToken cancellationToken) =>
        !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    private static DbContextOptions<BotDbContext> Options(NpgsqlDataSource database)
    {
        var options = new DbContextOptionsBuilder<BotDbContext>();
        StorageSetup.Use(options, database);
        return options.Options;
    }
}
