using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Retention;

namespace Puskesos.Tests.Core.Documents.Retention;

public sealed class DocumentRetentionJobTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private DocumentHost host = null!;

    public async ValueTask InitializeAsync() => host = await DocumentHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_erased_file_is_gone_from_reader_disk_and_row()
    {
        var id = await StoredAsync("a");
        Assert.NotEmpty(host.Files());
        await host.Database.ScalarAsync($"update documents set state = 4 where id = {id}");

        Assert.Null(await host.Services.GetRequiredService<DocumentReader>().OpenAsync(await host.FindAsync(id), Stop));
        await RunAsync<ErasedFilesJob>(job => job.RunAsync(Stop));
        var row = await host.FindAsync(id);

        Assert.Empty(host.Files());
        Assert.Null(row.StoreKey);
        Assert.Null(row.WrappedKey);
        Assert.Null(row.ContentIndex);
    }

    [Theory]
    [InlineData(0, 91, true)]
    [InlineData(0, 89, false)]
    [InlineData(1, 91, true)]
    [InlineData(2, 4000, false)]
    public async Task Files_go_90_days_after_closing_but_never_of_a_secret_case(int secrecy, int daysLater, bool erased)
    {
        var id = await StoredAsync("a");
        await CloseCaseAsync(id, secrecy);
        host.Clock.Advance(TimeSpan.FromDays(daysLater));

        var plan = await PlanAsync();
        Assert.Equal(new RetentionPlan(erased ? 1 : 0, 0, KeptSecret: secrecy == 2 ? 1 : 0), plan);
        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
        await RunAsync<DocumentRetentionJob>(job => job.RunAsync(Stop));

        Assert.Equal(erased ? DocumentState.Erased : DocumentState.Stored, (await host.FindAsync(id)).State);
        Assert.Equal(new RetentionPlan(0, 0, KeptSecret: secrecy == 2 ? 1 : 0), await PlanAsync());
    }

    [Theory]
    [InlineData(8, null, true)]
    [InlineData(6, null, false)]
    [InlineData(8, 1, false)]
    public async Task Files_of_a_talk_that_led_to_nothing_go_after_7_days(int daysLater, int? lastWordDaysAgo, bool erased)
    {
        var id = await StoredAsync("a");
        host.Clock.Advance(TimeSpan.FromDays(daysLater));
        if (lastWordDaysAgo is { } days)
            await host.Database.ScalarAsync("update conversations set draft_started_at = $1, last_inbound_at = $1", host.Clock.GetUtcNow().AddDays(-days));

        await RunAsync<DocumentRetentionJob>(job => job.RunAsync(Stop));

        Assert.Equal(erased ? DocumentState.Erased : DocumentState.Stored, (await host.FindAsync(id)).State);
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(0, false, false)]
    [InlineData(2, true, false)]
    public async Task Files_of_who_withdrew_go_within_the_time_when_the_case_is_over(int secrecy, bool closed, bool erased)
    {
        var id = await StoredAsync("a");
        await CloseCaseAsync(id, secrecy);
        if (!closed) await host.Database.ScalarAsync("update cases set closed_at = null");
        await host.Database.ScalarAsync("insert into residents (id, regency_code, name, created_at, erase_by) overriding system value values (1, '33.28', 'Sarinah', $1, $2)", host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddDays(3));
        await RunAsync<DocumentRetentionJob>(job => job.RunAsync(Stop));
        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
        host.Clock.Advance(TimeSpan.FromHours(49));

        Assert.Equal(new RetentionPlan(0, 0, erased ? 1 : 0), await PlanAsync());
        await RunAsync<DocumentRetentionJob>(job => job.RunAsync(Stop));
        await RunAsync<ErasedFilesJob>(job => job.RunAsync(Stop));

        Assert.Equal(erased ? DocumentState.Erased : DocumentState.Stored, (await host.FindAsync(id)).State);
        Assert.Equal(erased, host.Files().Length == 0);
    }

    [Fact]
    public async Task Each_run_leaves_a_report_for_its_regency_and_a_line_in_its_record()
    {
        await StoredAsync("a");
        await CloseCaseAsync(await StoredAsync("b"), secrecy: 0);
        await CloseCaseAsync(await StoredAsync("c"), secrecy: 2);
        host.Clock.Advance(TimeSpan.FromDays(91));
        var planned = await PlanAsync();
        string? summary = null;

        await RunAsync<DocumentRetentionJob>(async job =>
        {
            await job.RunAsync(Stop);
            summary = job.Summary;
        });

        Assert.Equal(new RetentionPlan(1, 1, 0, 1), planned);
        Assert.Equal(1L, await host.Database.ScalarAsync("select count(*) from erasure_reports where regency_code = '33.28' and closed_cases = 1 and unfinished_talks = 1 and withdrawn = 0 and kept_secret = 1"));
        Assert.Equal("Dihapus: 1 berkas kasus yang ditutup, 1 berkas isian yang tidak jadi, 0 atas permintaan, 0 yang tidak pernah selesai diambil. Disimpan: 1 berkas kasus S1.", summary);
        await RunAsync<DocumentRetentionJob>(job => job.RunAsync(Stop));
        Assert.Equal(1L, await host.Database.ScalarAsync("select count(*) from erasure_reports where closed_cases = 0 and unfinished_talks = 0 and kept_secret = 1"));
    }

    private async Task<long> StoredAsync(string remoteId)
    {
        host.Provider.Files[remoteId] = SamplePictures.Card();
        var id = await host.AnnounceAsync(remoteId);
        await host.FetchAsync();
        return id;
    }

    private async Task CloseCaseAsync(long documentId, int secrecy)
    {
        await host.Database.ScalarAsync("alter table cases drop constraint if exists fk_cases_residents_reporter_id");
        await host.Database.ScalarAsync(
            """
            insert into cases (regency_code, ticket, check_code, channel, reporter_id, for_whom, helped_consent, village_code, unit_code, route_rule, status, secrecy,
                is_emergency, story, filed_at, last_told_at, closed_at, reopened_count, escalation_level, is_test)
            values ('33.28', 'TGL-2611-000' || $1 || '-1', '', 1, 1, 0, 0, '33.28.01.2001', 'U', 'own_village', 'SELESAI', $1, false, '', $2, $2, $2, 0, 0, false)
            """,
            secrecy, host.Clock.GetUtcNow());
        await host.Database.ScalarAsync($"update documents set case_id = (select max(id) from cases) where id = {documentId}");
    }

    private async Task<RetentionPlan> PlanAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ErasureRules>().PlanAsync(Stop)).GetValueOrDefault("33.28", RetentionPlan.Nothing);
    }

    private async Task RunAsync<TJob>(Func<TJob, Task> run)
        where TJob : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<TJob>());
    }
}
