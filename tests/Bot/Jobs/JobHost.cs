using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Bot.Jobs;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Bot.Jobs;

/// <summary>One instance of the bot as far as jobs go: a host with the job engine on a test's database.</summary>
public sealed class JobHost : IAsyncDisposable
{
    /// <summary>Longest wait for something that the engine does by itself; far more than it needs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IHost host;

    private JobHost(IHost host) => this.host = host;

    public static async Task<JobHost> StartAsync(TestDatabase database, string instance, JobDiary diary, params RecurringJob[] jobs)
    {
        await PrepareAsync(database);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration[$"ConnectionStrings:{StorageSetup.ConnectionName}"] = database.ConnectionString;
        builder.Services.AddSingleton(_ => StorageSetup.Open(database.ConnectionString));
        builder.Services.AddDbContext<BotDbContext>((services, options) => StorageSetup.Use(options, services.GetRequiredService<NpgsqlDataSource>()));
        builder.Services.AddSingleton(new JobInstance(instance)).AddSingleton(diary);
        builder.AddJobs(jobs);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new JobHost(host);
    }

    /// <summary>The tables of ours and of the engine, as the operator's tool makes them.</summary>
    public static async Task PrepareAsync(TestDatabase database)
    {
        await using var source = StorageSetup.Open(database.ConnectionString);
        var options = new DbContextOptionsBuilder<BotDbContext>();
        StorageSetup.Use(options, source);
        await using var context = new BotDbContext(options.Options);
        await context.Database.EnsureCreatedAsync();
        await QuartzTables.CreateAsync(database.ConnectionString, TestContext.Current.CancellationToken);
    }

    public async Task<T> WithAsync<T>(Func<BotDbContext, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<BotDbContext>());
    }

    public Task<List<JobRun>> RunsAsync(string name) =>
        WithAsync(context => context.Set<JobRun>().AsNoTracking().Where(run => run.Name == name).OrderBy(run => run.Id).ToListAsync());

    public Task TriggerAsync(string name) =>
        host.Services.GetRequiredService<IJobScheduler>().TriggerAsync(name, TestContext.Current.CancellationToken);

    public static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await happened()) await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
    }

    /// <summary>Waits until the engine has taken the timetable over.</summary>
    public async Task<JobHost> TickingAsync(string name)
    {
        await UntilAsync(async () =>
        {
            try
            {
                await TriggerAsync(name);
                return true;
            }
            catch (Exception notYet) when (notYet is InvalidOperationException or Quartz.SchedulerException)
            {
                return false;
            }
        });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
