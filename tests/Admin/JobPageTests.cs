using System.Net;
using Puskesos.Core.Jobs;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class JobPageTests
{
    [Fact]
    public async Task The_page_shows_each_job_and_asks_for_a_run_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await FillAsync(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Lestari", (Role.Slrt, DeskWorld.Tegal)));

        var page = await browser.TextAsync("/tugas-berkala");
        Assert.Contains("due-reminders", page, StringComparison.Ordinal);
        Assert.Contains("1,25 detik", page, StringComparison.Ordinal);
        Assert.Contains("NpgsqlException 57P01", page, StringComparison.Ordinal);
        for (var click = 0; click < 2; click++)
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/tugas-berkala", "/tugas-berkala", ("nama", "due-reminders"))).StatusCode);

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from job_requests where name = 'due-reminders' and taken_at is null"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/tugas-berkala", "/tugas-berkala", ("nama", "rm"))).StatusCode);
    }

    [Theory]
    [InlineData(Role.FrontOffice, DeskWorld.Jatibogor)]
    [InlineData(Role.Tksk, DeskWorld.Suradadi)]
    [InlineData(Role.DataProtection, DeskWorld.Tegal)]
    public async Task For_others_there_is_no_such_page(Role role, string area)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await FillAsync(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("A", (role, area)));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/tugas-berkala")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", "/tugas-berkala", ("nama", "due-reminders"))).StatusCode);
        Assert.Equal(0L, await world.Database.CountAsync("job_requests"));
    }

    private static async Task FillAsync(DeskWorld world)
    {
        await using var work = world.Open();
        await TimetableNotice.WriteAsync(work.Storage, [RecurringJob.Every<JobRunRetentionJob>("due-reminders", TimeSpan.FromMinutes(1))], default);
        work.Storage.Add(new JobRun
        {
            Name = "due-reminders",
            StartedAt = world.Clock.GetUtcNow(),
            FinishedAt = world.Clock.GetUtcNow(),
            Duration = TimeSpan.FromSeconds(1.25),
            Outcome = JobOutcome.Failed,
            ErrorKind = "NpgsqlException 57P01",
            Instance = "test",
        });
        await work.Storage.SaveChangesAsync();
    }
}
