using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Jobs;

public sealed class JobRunRetentionJobTests
{
    [Fact]
    public async Task Old_runs_go_and_runs_of_a_dead_process_are_marked()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var source = StorageSetup.Open(database.ConnectionString);
        var options = new DbContextOptionsBuilder<BotDbContext>();
        StorageSetup.Use(options, source);
        await using var context = new BotDbContext(options.Options);
        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var clock = new FakeClock();
        context.AddRange(
            Run("old", clock.GetUtcNow() - JobRunRetentionJob.Kept - TimeSpan.FromMinutes(1), JobOutcome.Done),
            Run("lost", clock.GetUtcNow() - JobRunRetentionJob.LostAfter - TimeSpan.FromMinutes(1), JobOutcome.Running),
            Run("running", clock.GetUtcNow() - TimeSpan.FromMinutes(1), JobOutcome.Running),
            Run("done", clock.GetUtcNow() - TimeSpan.FromDays(13), JobOutcome.Done));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        await new JobRunRetentionJob(context, clock).RunAsync(TestContext.Current.CancellationToken);

        var left = await context.Set<JobRun>().AsNoTracking().OrderBy(run => run.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("lost", JobOutcome.Lost), ("running", JobOutcome.Running), ("done", JobOutcome.Done)], left.Select(run => (run.Name, run.Outcome)));
    }

    private static JobRun Run(string name, DateTimeOffset startedAt, JobOutcome outcome) =>
        new() { Name = name, StartedAt = startedAt, Outcome = outcome, Instance = "one" };
}
