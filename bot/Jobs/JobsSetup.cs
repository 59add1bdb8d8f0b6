using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.Jobs;

/// <summary>Wires the recurring jobs and the engine that the settings name.</summary>
public static class JobsSetup
{
    /// <summary>All jobs of <see cref="JobSchedule"/>.</summary>
    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder) => builder.AddJobs(JobSchedule.Jobs);

    /// <summary>The engine's own page, if it has one: Hangfire's dashboard, for loopback only.</summary>
    public static WebApplication MapJobs(this WebApplication app)
    {
#if UPSTREAM_PACKAGES
        if (app.Services.GetRequiredService<IJobScheduler>() is HangfireScheduler) HangfireSetup.MapDashboard(app);
#endif
        return app;
    }

    /// <summary>A timetable of its own, as tests use.</summary>
    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder, IReadOnlyList<RecurringJob> jobs)
    {
        var engine = builder.Configuration[$"{JobsOptions.Section}:{nameof(JobsOptions.Engine)}"] ?? JobsOptions.Quartz;
        if (JobsOptions.Objection(engine) is { } objection) throw new OptionsValidationException(JobsOptions.Section, typeof(JobsOptions), [objection]);
        builder.Services.AddOptions<JobsOptions>().BindConfiguration(JobsOptions.Section);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(JobInstance.OfThisProcess);
        builder.Services.AddSingleton(new JobTimetable(jobs));
        foreach (var job in jobs) builder.Services.TryAddScoped(job.Type);
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddScoped<JobRequests>();
        builder.Services.AddHostedService<JobsWorker>();
#if UPSTREAM_PACKAGES
        if (engine == JobsOptions.Hangfire) return builder.AddHangfire();
#endif
        builder.Services.AddSingleton<IJobScheduler>(services => new QuartzScheduler(
            builder.Configuration.GetConnectionString(StorageSetup.ConnectionName)!,
            services.GetRequiredService<JobRunner>(),
            services.GetRequiredService<JobInstance>(),
            services.GetRequiredService<ILoggerFactory>()));
        return builder;
    }
}
