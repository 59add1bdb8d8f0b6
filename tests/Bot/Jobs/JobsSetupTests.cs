using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Puskesos.Bot.Jobs;

namespace Puskesos.Tests.Bot.Jobs;

public sealed class JobsSetupTests
{
    [Fact]
    public void Hangfire_without_the_real_packages_is_refused_with_the_reason()
    {
        Assert.SkipWhen(JobsOptions.HasHangfire, "This build holds Hangfire.");
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Jobs:Engine"] = "hangfire";

        var refusal = Assert.Throws<OptionsValidationException>(() => builder.AddJobs());

        Assert.Contains("Jobs:Engine", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("-p:UpstreamPackages=true", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_engine_is_refused()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Jobs:Engine"] = "cron";

        Assert.Throws<OptionsValidationException>(() => builder.AddJobs());
    }

    [Fact]
    public void No_two_jobs_of_the_timetable_share_a_name()
    {
        Assert.Equal(JobSchedule.Jobs.Count, JobSchedule.Jobs.Select(job => job.Name).Distinct().Count());
        Assert.NotEmpty(JobSchedule.Jobs);
    }
}
