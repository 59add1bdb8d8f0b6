using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar;

/// <summary>Raised in the writer's transaction whenever holidays, closures or hours change; instances read the tables again when it moves.</summary>
public sealed class CalendarVersion
{
    /// <summary>The table has this one row.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Version { get; set; }

    /// <summary>Says, in the caller's transaction, that a calendar table has changed.</summary>
    public static Task RaiseAsync(BotDbContext database, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"insert into calendar_versions (id, version) values ({OnlyId}, 1) on conflict (id) do update set version = calendar_versions.version + 1",
        cancellationToken);

    /// <summary>Saves a change of a calendar table and raises the version with it, in the caller's transaction when there is one; false when such a row is there already.</summary>
    public static async Task<bool> SaveAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var together = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }

        await RaiseAsync(database, cancellationToken);
        if (together is not null) await together.CommitAsync(cancellationToken);
        return true;
    }
}
