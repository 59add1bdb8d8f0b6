using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Privacy;

namespace Puskesos.Tests.Core.Cases.Rights;

/// <summary>What residents ask of their data in the chat becomes a request with the time of the law, and ends by itself where the erasure does what was asked.</summary>
public sealed class RightsRequestTests : IAsyncLifetime
{
    private const string Address = "700000171";
    private static readonly string[] UpToFiled = ["lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "4", "Biaya sekolah (PIP/KIP)", "anak saya putus sekolah", "SELESAI", "Kirim", "0812-3456-7890"];
    private TalkWorld world = null!;

    public async ValueTask InitializeAsync() => world = await TalkWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Who_withdraws_has_a_request_that_the_erasure_closes()
    {
        foreach (var line in UpToFiled) await SayAsync(line);
        foreach (var line in new[] { "berhenti", "1", "2" }) await SayAsync(line);

        Assert.Equal(1L, await CountAsync($"kind = {(int)RightsKind.Withdrawal} and source = {(int)RightsSource.Chat} and closed_at is null and erasure_started_at is not null and due_at = received_at + interval '72 hours'"));
        world.Clock.Advance(TimeSpan.FromHours(49));
        await EraseAsync();

        Assert.Equal(1L, await CountAsync($"closed_at is not null and closed_by is null and outcome = {(int)RightsOutcome.Granted}"));
        Assert.Equal(1L, await world.Database.ScalarAsync($"select count(*) from rights_events where step = {(int)RightsStep.Erased}"));
    }

    [Fact]
    public async Task Who_withdraws_before_any_complaint_was_sent_is_erased_in_time()
    {
        foreach (var line in new[] { "lapor", "1", "1", "Taryono", "berhenti", "1" }) await SayAsync(line);

        Assert.Equal(1L, await CountAsync("erasure_started_at is not null"));
        world.Clock.Advance(TimeSpan.FromHours(49));
        await EraseAsync();

        Assert.Equal(1L, await CountAsync("closed_at is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from residents where name <> ''"));
    }

    [Fact]
    public async Task Who_withdraws_after_a_closed_case_waits_for_a_decision()
    {
        foreach (var line in UpToFiled) await SayAsync(line);
        await world.Database.ScalarAsync("update cases set status = 'DIKONFIRMASI', closed_at = $1", world.Clock.GetUtcNow());
        await world.Database.ScalarAsync("update case_items set status = 'DIKONFIRMASI'");
        foreach (var line in new[] { "berhenti", "1" }) await SayAsync(line);

        world.Clock.Advance(TimeSpan.FromHours(80));
        await EraseAsync();

        Assert.Equal(1L, await CountAsync("erasure_started_at is null and closed_at is null"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from residents where name = 'Taryono'"));
    }

    [Fact]
    public async Task A_strangers_words_about_data_are_a_complaint()
    {
        await SayAsync("lihat data saya");

        Assert.Equal(0L, await CountAsync("true"));
        Assert.NotEqual(Puskesos.Core.Conversations.Step.ConfirmRights, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
    }

    private Task<object?> CountAsync(string condition) => world.Database.ScalarAsync($"select count(*) from rights_requests where {condition}");

    private Task SayAsync(string line) => world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));

    private async Task EraseAsync()
    {
        await using var scope = world.Services.CreateAsyncScope();
        foreach (var job in new IRecurringJob[] { ActivatorUtilities.CreateInstance<DocumentRetentionJob>(scope.ServiceProvider), ActivatorUtilities.CreateInstance<ErasedPeopleJob>(scope.ServiceProvider) })
            await job.RunAsync(TestContext.Current.CancellationToken);
    }
}
