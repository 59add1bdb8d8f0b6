using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Desk;

/// <summary>Whether pages can be served: the database is there and has this version's schema.</summary>
public static class Readiness
{
    public static async Task<bool> IsReadyAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        try
        {
            return await DatabaseMigration.FitsAsync(database, cancellationToken);
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }
}
