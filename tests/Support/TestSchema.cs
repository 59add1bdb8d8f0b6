using Puskesos.Core.Storage;

namespace Puskesos.Tests.Support;

/// <summary>Brings the template database of the tests to the newest schema.</summary>
public static class TestSchema
{
    public static Task MigrateAsync(string connectionString) => DatabaseMigration.MigrateAsync(connectionString, CancellationToken.None);
}
