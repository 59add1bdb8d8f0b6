using Microsoft.EntityFrameworkCore;
using Puskesos.Bot.Jobs;
using Puskesos.Core.Jobs;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Bot.Jobs;

public sealed class QuartzSchedulerTests
{
    private const string Triggers = "quartz.qrtz_triggers";

    private const string NextFiring = $"select next_fire_time from {Triggers} where trigger_name = 'note'";

    private static readonly TimeSpan Rare = TimeSpan.FromHours(12);

    private readonly JobDiary diary = new();

    [Fact]
    public async Task A_job_runs_at_its_interval_and_each_run_is_written_down()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await JobHost.StartAsync(database, "one", diary, RecurringJob.Every<NotingJob>("note", TimeSpan.FromSeconds(1)));

        await JobHost.UntilAsync(async () => (await host.RunsAsync("note")).Count(run => run.Outcome == JobOutcome.Done) >= 2);

        var first = (await host.RunsAsync("note"))[0];
        Assert.Equal(("one", null), (first.Instance, first.ErrorKind));
        Assert.True(first.FinishedAt >= first.StartedAt);
        Assert.True(first.Duration >= TimeSpan.Zero);
        Assert.True(diary.Runs >= 2);
    }

    [Fact]
    public async Task A_failing_job_is_written_down_by_kind_and_runs_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await JobHost.StartAsync(database, "one", diary, RecurringJob.Every<FailingJob>("fail", TimeSpan.FromSeconds(1)));

        await JobHost.UntilAsync(async () => (await host.RunsAsync("fail")).Count(run => run.Outcome == JobOutcome.Failed) >= 2);

        Assert.All((await host.RunsAsync("fail")).Where(run => run.Outcome == JobOutcome.Failed), run => Assert.Equal("FormatException", run.ErrorKind));
    }

    [Fact]
    public async Task The_timetable_survives_a_restart()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rare = RecurringJob.Every<NotingJob>("note", Rare);
        await using (await JobHost.StartAsync(database, "one", diary, rare))
            await JobHost.UntilAsync(() => Task.FromResult(diary.Runs == 1));
        var before = await database.ScalarAsync(NextFiring);

        await using var again = await JobHost.StartAsync(database, "two", diary, rare);

        await again.TickingAsync("note");
        await JobHost.UntilAsync(() => Task.FromResult(diary.Runs == 2));
        Assert.Equal(before, await database.ScalarAsync(NextFiring));
        Assert.Equal(["one", "two"], (await again.RunsAsync("note")).Select(run => run.Instance));
    }

    [Fact]
    public async Task A_firing_missed_while_nobody_ran_is_made_up_for_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var daily = RecurringJob.Daily<NotingJob>("note", new TimeOnly(2, 40), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        await using (await (await JobHost.StartAsync(database, "one", diary, daily)).TickingAsync("note"))
            await JobHost.UntilAsync(() => Task.FromResult(diary.Runs == 1));
        const long threeDays = 3 * TimeSpan.TicksPerDay;
        await database.ScalarAsync($"update {Triggers} set next_fire_time = next_fire_time - {threeDays} where trigger_name = 'note'");

        await using var again = await JobHost.StartAsync(database, "two", diary, daily);

        await JobHost.UntilAsync(() => Task.FromResult(diary.Runs >= 2));
        await again.TriggerAsync("note");
        await JobHost.UntilAsync(async () => (await again.RunsAsync("note")).Count >= 3);
        Assert.Equal(3, diary.Runs);
    }

    [Fact]
    public async Task Two_instances_on_one_database_share_each_firing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rare = RecurringJob.Every<NotingJob>("note", Rare);
        await JobHost.PrepareAsync(database);
        var both = await Task.WhenAll(JobHost.StartAsync(database, "one", diary, rare), JobHost.StartAsync(database, "two", diary, rare));
        await using var one = both[0];
        await using var two = both[1];
        await JobHost.UntilAsync(() => Task.FromResult(diary.Runs == 1));

        for (var wanted = 2; wanted <= 6; wanted++)
        {
            await (wanted % 2 == 0 ? one : two).TickingAsync("note");
            await JobHost.UntilAsync(async () => (await one.RunsAsync("note")).Count(run => run.Outcome == JobOutcome.Done) == wanted);
        }

        Assert.Equal(6, diary.Runs);
        Assert.Equal(1L, await database.CountAsync(Triggers));
    }

    [Fact]
    public async Task A_job_that_left_the_timetable_ticks_no_more()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (kept, gone) = (RecurringJob.Every<NotingJob>("kept", Rare), RecurringJob.Every<NotingJob>("gone", Rare));
        await using (await (await JobHost.StartAsync(database, "one", diary, kept, gone)).TickingAsync("gone"))
            Assert.Equal(2L, await database.ScalarAsync("select count(*) from quartz.qrtz_job_details"));

        await using var again = await (await JobHost.StartAsync(database, "two", diary, kept)).TickingAsync("kept");

        Assert.Equal("kept", await database.ScalarAsync("select string_agg(job_name, ',') from quartz.qrtz_job_details"));
    }

    [Fact]
    public async Task A_changed_time_replaces_the_old_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        async Task<bool> IsAsync(string when) => (string?)await database.ScalarAsync($"select description from {Triggers} where trigger_group = 'recurring'") == when;
        // The engine knows a job a moment before it has stored when the job runs.
        await using (await JobHost.StartAsync(database, "one", diary, RecurringJob.Every<NotingJob>("note", Rare)))
            await JobHost.UntilAsync(() => IsAsync("every 12:00:00"));

        await using var again = await JobHost.StartAsync(database, "two", diary, RecurringJob.Every<NotingJob>("note", TimeSpan.FromHours(6)));

        await JobHost.UntilAsync(() => IsAsync("every 06:00:00"));
    }

    [Fact]
    public async Task A_running_job_is_stopped_with_the_process_and_written_down()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var host = await JobHost.StartAsync(database, "one", diary, RecurringJob.Every<EndlessJob>("endless", Rare)))
            await JobHost.UntilAsync(() => Task.FromResult(diary.Runs == 1));

        Assert.Equal("Stopped", await database.ScalarAsync("select outcome from job_runs where name = 'endless' order by id limit 1"));
    }

    [Fact]
    public async Task An_officer_can_ask_for_a_run_now()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await JobHost.StartAsync(database, "one", diary, RecurringJob.Daily<NotingJob>("note", new TimeOnly(2, 40), TimeZoneInfo.Utc));
        await host.WithAsync(async context =>
        {
            var officer = new Officer { UserName = "a@b.id", Email = "a@b.id", Name = "Contoh", RegencyCode = "3328" };
            context.Add(officer);
            await context.SaveChangesAsync();
            context.AddRange(
                new JobRequest { Name = "note", RequestedAt = DateTimeOffset.UnixEpoch, RequestedBy = officer.Id },
                new JobRequest { Name = "unknown", RequestedAt = DateTimeOffset.UnixEpoch, RequestedBy = officer.Id });
            return await context.SaveChangesAsync();
        });

        await JobHost.UntilAsync(async () => (await host.RunsAsync("note")).Any(run => run.Outcome == JobOutcome.Done));

        var requests = await host.WithAsync(context => context.Set<JobRequest>().AsNoTracking().OrderBy(request => request.Id).ToListAsync());
        Assert.Equal(1, diary.Runs);
        Assert.NotNull(requests[0].TakenAt);
        Assert.False(requests[0].Refused);
        await JobHost.UntilAsync(async () => (bool)(await database.ScalarAsync("select refused from job_requests where name = 'unknown'"))!);
    }

    [Fact]
    public async Task The_engines_tables_are_made_once_and_left_alone_the_second_time()
    {
        await using var database = await TestDatabase.CreateAsync();
        await JobHost.PrepareAsync(database);
        var before = await database.ScalarAsync("select count(*) from pg_tables where schemaname = 'quartz'");

        await QuartzTables.CreateAsync(database.ConnectionString, TestContext.Current.CancellationToken);

        Assert.True((long)before! > 10);
        Assert.Equal(before, await database.ScalarAsync("select count(*) from pg_tables where schemaname = 'quartz'"));
        Assert.Equal(0L, await database.ScalarAsync("select count(*) from pg_tables where tablename like 'qrtz%' and schemaname <> 'quartz'"));
    }
}
