using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Support;

/// <summary>Brings the template database of the tests to the newest schema.</summary>
public static class TestSchema
{
    public static async Task MigrateAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var options = new DbContextOptionsBuilder<BotDbContext>();
        StorageSetup.Use(options, database);
        await using var context = new BotDbContext(options.Options);
        await context.Database.EnsureCreatedAsync();
    }
}
