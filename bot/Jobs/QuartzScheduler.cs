using Puskesos.Core.Jobs;
using Quartz;

namespace Puskesos.Bot.Jobs;

/// <summary>Quartz as the clock: its timetable lies in PostgreSQL, so a firing survives a restart and belongs to one instance only.</summary>
public sealed class QuartzScheduler(string connectionString, JobRunner runner, JobInstance instance, ILoggerFactory loggers) : IJobScheduler, IAsyncDisposable
{
    /// <summary>The same for all instances: they share the timetable of this name.</summary>
    private const string SharedName = "puskesos";

    private const string Group = "recurring";

    /// <summary>Jobs that one instance runs at once; most wait for the database.</summary>
    private const int MostJobs = 4;

    /// <summary>A dead instance's firings are taken over after about twice this time.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>How long the engine sleeps when nothing is due: a job triggered by another instance starts after this at the latest.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private StandaloneSchedulerFactory? factory;
    private IScheduler? scheduler;

    public async Task StartAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken)
    {
        await DisposeAsync();
        factory = Build(jobs);
        scheduler = await factory.GetScheduler(cancellationToken);
        await DropOthersAsync(jobs, cancellationToken);
        foreach (var job in jobs) await ScheduleAsync(job, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    public async Task TriggerAsync(string name, CancellationToken cancellationToken) =>
        await Started.TriggerJob(new JobKey(name, Group), new JobDataMap(), cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null) await scheduler.Shutdown(true, cancellationToken);
        scheduler = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (factory is not null) await factory.DisposeAsync();
        factory = null;
    }

    private IScheduler Started => scheduler ?? throw new InvalidOperationException("The job engine has not been started.");

    private StandaloneSchedulerFactory Build(IReadOnlyList<RecurringJob> jobs) => QuartzSchedulerBuilder.Create(engine =>
    {
        engine.Services.AddSingleton(loggers);
        engine.Services.AddTransient(_ => new QuartzJob(jobs, runner));
        engine.ConfigureScheduler(options =>
        {
            (options.InstanceName, options.InstanceId, options.IdleWaitTime) = (SharedName, instance.Name, LongestSleep);
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        engine.UseDefaultThreadPool(MostJobs);
        engine.UsePersistentStore(store => QuartzTables.Store(store, connectionString).UseClustering(cluster => cluster.CheckinInterval = CheckIn));
    }).Build();

    /// <summary>A job that left the timetable must not tick on in the database.</summary>
    private async Task DropOthersAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken)
    {
        var stored = await Started.QueryJobs(new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(Group) }, cancellationToken);
        var gone = stored.Items.Select(header => header.Key).Where(key => jobs.All(job => job.Name != key.Name)).ToList();
        await Started.DeleteJobs(gone, cancellationToken);
    }

    /// <summary>An unchanged time keeps its trigger, so that a restart neither skips nor repeats a firing.</summary>
    private async Task ScheduleAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        var detail = JobBuilder.Create<QuartzJob>().WithIdentity(job.Name, Group).StoreDurably(true).DisallowConcurrentExecution(true).Build();
        await Started.AddJob(detail, AddJobOptions.Replacing, cancellationToken);
        var key = new TriggerKey(job.Name, Group);
        var stored = await Started.GetTrigger(key, cancellationToken);
        if (stored?.Description == job.When) return;

        var trigger = TriggerBuilder.Create(Started.TimeProvider).WithIdentity(key).ForJob(detail.Key).WithDescription(job.When).WithSchedule(TimesOf(job)).Build();

        // On an empty store two instances come here at once: the second must not start the first firing over again.
        await Started.ScheduleTrigger(trigger, stored is null ? TriggerConflict.Keep : TriggerConflict.Replace, cancellationToken);
    }

    /// <summary>What was missed while no instance ran is run once at the start, however often it was missed.</summary>
    private static IScheduleBuilder TimesOf(RecurringJob job) => job is { DailyAt: { } at, Zone: { } zone }
        ? CronScheduleBuilder.Create($"0 {at.Minute} {at.Hour} * * ?").InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
        : SimpleScheduleBuilder.Create().WithInterval(job.Interval!.Value).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow);
}

/// <summary>What the engine knows of a job: its name. The rest is ours.</summary>
internal sealed class QuartzJob(IReadOnlyList<RecurringJob> jobs, JobRunner runner) : IJob
{
    // A job that only a newer instance knows is left to the newer instance's next firing.
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        jobs.FirstOrDefault(job => job.Name == context.JobDetail.Key.Name) is { } known ? new(runner.RunAsync(known, cancellationToken)) : ValueTask.CompletedTask;
}
