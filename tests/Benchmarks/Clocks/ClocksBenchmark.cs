using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Benchmarks.Clocks;

/// <summary>One tick of the reminders with a million open cases of which a thousand are due, and with none due.</summary>
public sealed class ClocksBenchmark : IBenchmark
{
    private const int Due = 1_000;

    /// <summary>A million (issue "Clocks"), unless the run is only tried out.</summary>
    private static readonly int OpenCases = BenchServer.Setting("BENCH_CASES", 1_000_000);

    /// <summary>Issue "Clocks": a tick with 1,000,000 open cases and 1,000 due takes at most two seconds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public string Name => "clocks";

    public string About => $"a tick of the reminders with {OpenCases:N0} open cases and {Due:N0} due, beside its limit of {Limit.TotalSeconds:0} s";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var connection = await BenchServer.CreateDatabaseAsync("clocks", cancellationToken);
        await DatabaseMigration.MigrateAsync(connection, cancellationToken);
        await using var services = Services(connection);
        await using (var scope = services.CreateAsyncScope()) await CatalogueRefresh.SeedAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), cancellationToken);
        await BulkFill.RunAsync(connection, ClocksData.Statements(OpenCases), cancellationToken);
        var job = services.GetRequiredService<DueReminderJob>();

        await SetDueAsync(connection, Due, cancellationToken);
        await job.RunAsync(cancellationToken);
        Console.WriteLine($"first tick (cold) took {Due:N0} steps; then, warm:");
        var ticks = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            await SetDueAsync(connection, Due, cancellationToken);
            ticks.Add(await SecondsAsync(() => job.RunAsync(cancellationToken)));
        }

        var idle = await SecondsAsync(() => job.RunAsync(cancellationToken));
        var median = Statistics.Percentile(ticks, 50);
        Console.WriteLine($"tick with {Due:N0} due: median {median:0.00} s of {string.Join(" ", ticks.Select(tick => $"{tick:0.00}"))}; limit {Limit.TotalSeconds:0} s, ratio {median / Limit.TotalSeconds:0.00}");
        Console.WriteLine($"tick with none due: {idle * 1000:0.0} ms");
        await using var source = NpgsqlDataSource.Create(connection);
        Console.WriteLine($"notices written: {await source.CreateCommand("select count(*) from outbox_messages").ExecuteScalarAsync(cancellationToken)}");
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Makes the first steps of so many cases due that have never been taken, wherever they lie in the table.</summary>
    private static async Task SetDueAsync(string connection, int count, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            """
            update due_reminders set due_at = $2 where id in (
                select id from due_reminders where done_at is null and step = 1 and clock = 1 and due_at > $2
                order by (case_id * 7919) % 1000003 limit $1)
            """);
        command.Parameters.AddWithValue(count);
        command.Parameters.AddWithValue(ClocksData.FirstReminder.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ServiceProvider Services(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Puskesos"] = connection,
            ["Keys:Path"] = "unused",
            ["Admin:PublicBaseUrl"] = "https://admin.example",
        });
        builder.AddStorage();
        builder.Services.AddSingleton<TimeProvider>(new StandingClock(ClocksData.FirstReminder)).AddSingleton(MasterKeys.InMemory()).AddSingleton<Outbox>();
        builder.AddCalendar().AddOfficers().AddCases().AddReminders();
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>It is always the moment of the first reminder.</summary>
    private sealed class StandingClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }
}
