using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Bot.Channels;

/// <summary>Makes the tables of the model in a database that has none yet; one that the migrations filled is left alone.</summary>
internal static class ChannelSchema
{
    public static async Task EnsureAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var exists = database.CreateCommand("select to_regclass('inbox_messages') is not null and to_regclass('regencies') is not null");
        if (await exists.ExecuteScalarAsync() is true) return;
        var options = new DbContextOptionsBuilder<BotDbContext>();
        StorageSetup.Use(options, database);
        await using var context = new BotDbContext(options.Options);
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await using var places = database.CreateCommand("create table if not exists regencies (code text primary key, area_letters text)");
        await places.ExecuteNonQueryAsync();
    }
}
