using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Jobs;

public sealed class JobRunnerTests : IDisposable
{
    private const string NobodyThere = "Host=127.0.0.1;Port=1;Username=nobody;Timeout=1";

    private readonly LogLines log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task Without_the_database_a_run_does_not_begin_and_nothing_is_thrown()
    {
        await using var services = Services(NobodyThere);

        await services.GetRequiredService<JobRunner>().RunAsync(RecurringJob.Every<AskingJob>("ask", TimeSpan.FromHours(1)), TestContext.Current.CancellationToken);

        Assert.False(services.GetRequiredService<Asked>().Any);
        Assert.Contains(log.Lines, line => line.Contains("ask could not begin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_of_the_database_is_kept_by_its_code_and_its_text_nowhere()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = Services(database.ConnectionString);
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BotDbContext>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        await services.GetRequiredService<JobRunner>().RunAsync(RecurringJob.Every<AskingJob>("ask", TimeSpan.FromHours(1)), TestContext.Current.CancellationToken);

        Assert.Equal("Failed", await database.ScalarAsync("select outcome from job_runs"));
        Assert.Equal("PostgresException 22P02", await database.ScalarAsync("select error_kind from job_runs"));
        Assert.Contains(log.Lines, line => line.Contains("22P02", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("Siti", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_says_what_it_did_leaves_its_line()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = Services(database.ConnectionString);
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BotDbContext>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        await services.GetRequiredService<JobRunner>().RunAsync(RecurringJob.Every<CountingJob>("count", TimeSpan.FromHours(1)), TestContext.Current.CancellationToken);

        Assert.Equal("Done: Dihapus: 3", await database.ScalarAsync("select outcome || ': ' || summary from job_runs"));
    }

    private ServiceProvider Services(string connectionString) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(log))
        .AddSingleton<TimeProvider>(new FakeClock())
        .AddSingleton(new JobInstance("one"))
        .AddSingleton<Asked>()
        .AddSingleton<JobRunner>()
        .AddScoped<AskingJob>()
        .AddScoped<CountingJob>()
        .AddSingleton(_ => StorageSetup.Open(connectionString))
        .AddDbContext<BotDbContext>((services, options) => StorageSetup.Use(options, services.GetRequiredService<Npgsql.NpgsqlDataSource>()))
        .BuildServiceProvider();

    private sealed class CountingJob : IRecurringJob, ISummarisedJob
    {
        public string? Summary { get; private set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Summary = "Dihapus: 3";
            return Task.CompletedTask;
        }
    }

    private sealed class Asked
    {
        public bool Any { get; set; }
    }

    /// <summary>Asks the database something whose refusal repeats what a resident wrote.</summary>
    private sealed class AskingJob(BotDbContext context, Asked asked) : IRecurringJob
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            asked.Any = true;
            return context.Database.ExecuteSqlRawAsync("select 'Siti'::int", cancellationToken);
        }
    }

    /// <summary>Every line that our own code logged.</summary>
    private sealed class LogLines : ILoggerProvider
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName.StartsWith("Puskesos", StringComparison.Ordinal));

        public void Dispose()
        {
        }

        private sealed class Writer(LogLines lines, bool ours) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (ours) lines.Lines.Add(formatter(state, exception) + exception);
            }
        }
    }
}
