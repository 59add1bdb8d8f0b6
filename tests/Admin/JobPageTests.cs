using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Admin.Pages.Jobs;
using Puskesos.Bot.Jobs;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
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

    [Fact]
    public void Every_job_of_the_timetable_has_a_name_that_officers_understand() =>
        Assert.All(JobSchedule.Jobs, job => Assert.NotEqual(job.Name, IndexModel.NameOf(job.Name)));

    [Fact]
    public async Task A_quota_is_shown_before_anything_was_sent_and_yesterdays_templates_are_not_todays()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var limited = app.WithWebHostBuilder(host => host.UseSetting("Sending:WhatsAppTemplatesPerDay", "250"));
        var officer = await world.OfficerAsync("Bu Lestari", (Role.Slrt, DeskWorld.Tegal));
        Assert.Equal(250, (await AllowanceAsync()).TemplatesLeft);

        await world.Database.ScalarAsync("insert into channel_paces (channel, held_until, second, in_second, day, templates_today) values (2, '2026-01-01', 0, 0, '2026-11-11', 100)");
        var yesterdays = await AllowanceAsync();
        Assert.Equal((250, 0, false), (yesterdays.TemplatesLeft, yesterdays.TemplatesToday, yesterdays.IsHeld));

        await world.Database.ScalarAsync("update channel_paces set day = $1, held_until = $2", SendingPermits.QuotaDayOf(world.Clock.GetUtcNow()), world.Clock.GetUtcNow().AddHours(1));
        var todays = await AllowanceAsync();
        Assert.Equal((150, 100, true), (todays.TemplatesLeft, todays.TemplatesToday, todays.IsHeld));

        async Task<ChannelAllowance> AllowanceAsync()
        {
            await using var scope = limited.Services.CreateAsyncScope();
            return Assert.Single(await scope.ServiceProvider.GetRequiredService<JobBoard>().ChannelsAsync(world.Clock.GetUtcNow(), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_gauges_show_what_waits_on_its_way_in_and_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var chat = await world.ChatAsync();
        var now = world.Clock.GetUtcNow();
        async Task InAsync(string id, double seconds, bool parked, bool read) => await world.Database.ScalarAsync(
            "insert into inbox_messages (channel, external_id, conversation_id, received_at, due_at, kind, attempts, recovered, parked_at, processed_at) values (1, $1, $2, $3, $3, 0, 0, false, case when $4 then $3::timestamptz end, case when $5 then $3::timestamptz end)",
            id, chat, now.AddSeconds(-seconds), parked, read);
        async Task OutAsync(OutboxStatus status, double secondsAgo, double dueIn) => await world.Database.ScalarAsync(
            "insert into outbox_messages (conversation_id, channel, lane, priority, text_key, created_at, not_before, status, attempts, delivery) values ($1, 1, 1, 3, 'x', $2, $3, $4, 0, 0)",
            chat, now.AddSeconds(-secondsAgo), now.AddSeconds(dueIn), (int)status);
        await InAsync("a", 95, false, false);
        await InAsync("b", 20, false, false);
        await InAsync("c", 500, false, true);
        await InAsync("d", 900, true, false);
        await OutAsync(OutboxStatus.Waiting, 300, -42);
        await OutAsync(OutboxStatus.Sending, 300, -7);
        await OutAsync(OutboxStatus.Waiting, 300, 3600);
        foreach (var _ in Enumerable.Range(0, 4)) await OutAsync(OutboxStatus.AwaitingWindow, 300, -10);
        foreach (var _ in Enumerable.Range(0, 5)) await OutAsync(OutboxStatus.Failed, 300, -10);
        await OutAsync(OutboxStatus.Failed, 90_000, -90_000);
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Lestari", (Role.Slrt, DeskWorld.Tegal)));

        var page = await browser.TextAsync("/tugas-berkala");

        Assert.Contains("<b class=\"num\">2</b>pesan masuk belum dibaca<span class=\"hint\">paling lama 95 detik", page, StringComparison.Ordinal);
        Assert.Matches("<b class=\"num\">2</b>[^<]+<span class=\"hint\">paling lama 42 detik", page);
        Assert.Matches("<b class=\"num\">4</b>", page);
        Assert.Matches("<b class=\"num\">5</b>[^<]+<span class=\"hint\">1 ", page);
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
