using Puskesos.Bot.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Support;

/// <summary>Brings the template database of the tests to the newest schema, as the operator's <c>migrate</c> does.</summary>
public static class TestSchema
{
    public static async Task MigrateAsync(string connectionString)
    {
        await DatabaseMigration.MigrateAsync(connectionString, CancellationToken.None);
        await QuartzTables.CreateAsync(connectionString, CancellationToken.None);
    }
}
