using Npgsql;

[assembly: AssemblyFixture(typeof(Puskesos.Tests.Support.TestServerLifetime))]

namespace Puskesos.Tests.Support;

/// <summary>
/// The one PostgreSQL of a test run, started by the first test that asks for a database, with the migrated template in it.
/// PUSKESOS_TEST_POSTGRES (a superuser's connection string) names a server that already runs.
/// </summary>
public sealed class TestServer
{
    public const string Variable = "PUSKESOS_TEST_POSTGRES";

    private static readonly Lazy<Task<TestServer>> Only = new(StartAsync);

    private readonly PrivatePostgres? own;

    private TestServer(string connectionString, PrivatePostgres? own)
    {
        ConnectionString = connectionString;
        this.own = own;
    }

    /// <summary>Connects to the database postgres, unpooled.</summary>
    public string ConnectionString { get; }

    /// <summary>The name of the migrated database that every test's database is a copy of.</summary>
    public string Template { get; } = "template_" + Guid.NewGuid().ToString("N");

    public static Task<TestServer> GetAsync() => Only.Value;

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal static async ValueTask StopAsync()
    {
        if (!Only.IsValueCreated) return;
        var server = await Only.Value;
        if (server.own is { } own)
        {
            await own.DisposeAsync();
            return;
        }
        await server.ExecuteAsync($"ALTER DATABASE {server.Template} IS_TEMPLATE false");
        await server.ExecuteAsync($"DROP DATABASE {server.Template} WITH (FORCE)");
    }

    private static async Task<TestServer> StartAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        var own = string.IsNullOrWhiteSpace(given) ? await PrivatePostgres.StartAsync() : null;
        var admin = new NpgsqlConnectionStringBuilder(own?.ConnectionString ?? given) { Database = "postgres", Pooling = false };
        var server = new TestServer(admin.ConnectionString, own);

        await server.ExecuteAsync($"CREATE DATABASE {server.Template}");
        await TestSchema.MigrateAsync(new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Database = server.Template }.ConnectionString);
        await server.ExecuteAsync($"ALTER DATABASE {server.Template} IS_TEMPLATE true ALLOW_CONNECTIONS false");

        return server;
    }
}

/// <summary>Stops the server, if any test has started it, when the last test of the run has ended.</summary>
public sealed class TestServerLifetime : IAsyncDisposable
{
    public ValueTask DisposeAsync() => TestServer.StopAsync();
}
