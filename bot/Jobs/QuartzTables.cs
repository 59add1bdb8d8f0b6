using Npgsql;
using Quartz;

namespace Puskesos.Bot.Jobs;

/// <summary>The job engine's own tables, in a schema of their own beside ours.</summary>
public static class QuartzTables
{
    public const string Schema = "quartz";

    /// <summary>Schema and start of every table's name.</summary>
    internal const string Prefix = Schema + ".qrtz_";

    /// <summary>The scheduler that exists only to create tables; it owns no job.</summary>
    private const string SchedulerName = "puskesos-migrate";

    /// <summary>Pool of the engine: it ticks with one connection and checks in with another.</summary>
    private const int MostConnections = 4;

    /// <summary>Creates what is missing and changes nothing that is there; called by the one thing that migrates. A second run does nothing.</summary>
    public static async Task CreateAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync(cancellationToken);
            await using var create = new NpgsqlCommand($"create schema if not exists {Schema}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var factory = QuartzSchedulerBuilder.Create(engine =>
        {
            engine.ConfigureScheduler(options => options.InstanceName = SchedulerName);
            engine.UsePersistentStore(store => Store(store, connectionString).ProvisionSchema());
        }).Build();
        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
        await scheduler.Shutdown(true, cancellationToken);
    }

    /// <summary>Our PostgreSQL, our prefix, jobs stored as JSON.</summary>
    internal static IPersistentStoreBuilder Store(IPersistentStoreBuilder store, string connectionString)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = MostConnections, ApplicationName = "puskesos-jobs" };
        return store.UsePostgres(NpgsqlFactory.Instance, own.ConnectionString)
            .UseSystemTextJsonSerializer()
            .ConfigureStore(options => options.TablePrefix = Prefix);
    }
}
