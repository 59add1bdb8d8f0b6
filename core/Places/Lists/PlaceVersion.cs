using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Places;

/// <summary>Raises the version of the place lists inside the writer's transaction, and wakes the instances when it commits.</summary>
public static class PlaceVersion
{
    /// <summary>The channel of NOTIFY on which a change of the place lists is told.</summary>
    public const string Channel = "places_changed";

    private const string Raise =
        """
        insert into place_list_version (id, version, changed_at) values (1, 1, $1)
        on conflict (id) do update set version = place_list_version.version + 1, changed_at = excluded.changed_at
        """;

    public static Task RaiseAsync(BotDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        RaiseAsync((NpgsqlConnection)db.Database.GetDbConnection(), clock, cancellationToken);

    public static async Task RaiseAsync(NpgsqlConnection connection, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Raise) { Parameters = { new() { Value = clock.GetUtcNow() } } },
                new NpgsqlBatchCommand($"notify {Channel}"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
