using Npgsql;

namespace Puskesos.Tests.Support;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Every_database_is_fresh_also_when_many_are_made_at_once()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestDatabase.CreateAsync()));

        foreach (var database in databases)
        {
            await database.ScalarAsync("CREATE TABLE mine (id int); INSERT INTO mine VALUES (1)");
            Assert.Equal(1, await database.CountAsync("mine"));
        }
        foreach (var database in databases) await database.DisposeAsync();
    }

    [Fact]
    public async Task A_disposed_database_is_gone_even_while_somebody_is_connected()
    {
        var database = await TestDatabase.CreateAsync();
        await using var open = new NpgsqlConnection(database.ConnectionString);
        await open.OpenAsync(TestContext.Current.CancellationToken);

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => database.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_server_of_ones_own_comes_back_with_its_data()
    {
        await using var server = await PrivatePostgres.StartAsync(TestContext.Current.CancellationToken);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using (var create = source.CreateCommand("CREATE TABLE kept (id int)")) await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using (var flush = source.CreateCommand("CHECKPOINT")) await flush.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await server.StopServerAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await source.OpenConnectionAsync(TestContext.Current.CancellationToken));
        await server.StartServerAsync(TestContext.Current.CancellationToken);

        await using var count = source.CreateCommand("SELECT count(*) FROM kept");
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
