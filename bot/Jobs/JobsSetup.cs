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

    internal static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder, IReadOnlyList<RecurringJob> jobs)
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
