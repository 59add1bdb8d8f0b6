using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Privacy;

namespace Puskesos.Tests.Core.Privacy;

public sealed class ErasedPeopleJobTests : IAsyncLifetime
{
    private const string Address = "700000161";
    private const string Nik = "3328161708850003";
    private static readonly string[] UpToFiled = ["lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "4", "Biaya sekolah (PIP/KIP)", $"anak saya putus sekolah, nik saya {Nik}", "[foto] KK", "SELESAI", "Kirim", "0812-3456-7890"];
    private TalkWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await TalkWorld.CreateAsync();
        foreach (var line in UpToFiled) await SayAsync(line);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from cases join residents p on p.id = reporter_id where p.nik_index is not null and p.phone_index is not null and story like '%putus sekolah%'"));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Who_withdraws_is_gone_within_the_time_told()
    {
        foreach (var line in new[] { "berhenti", "1", "2" }) await SayAsync(line);
        await RunAsync();
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from residents where erased_at is not null"));

        world.Clock.Advance(TimeSpan.FromHours(49));
        var summary = await RunAsync();

        Assert.Equal("Dihapus: cerita 1 kasus, data 1 orang.", summary);
        await NothingIsLeftAsync();
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from documents where state <> 4"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from cases where status = 'DIBATALKAN'"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from channel_addresses where notices_stopped_at is not null"));
    }

    [Fact]
    public async Task Who_was_erased_and_writes_again_is_a_stranger()
    {
        foreach (var line in new[] { "berhenti", "1", "2" }) await SayAsync(line);
        world.Clock.Advance(TimeSpan.FromHours(49));
        await RunAsync();

        await SayAsync("lapor");

        Assert.Equal(Step.AskConsent, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
    }

    [Theory]
    [InlineData(729, false)]
    [InlineData(732, true)]
    public async Task Two_years_after_closing_the_case_has_no_words_and_its_person_no_name(int days, bool erased)
    {
        await world.Database.ScalarAsync("update cases set closed_at = $1, status = 'SELESAI'", world.Clock.GetUtcNow());
        world.Clock.Advance(TimeSpan.FromDays(days));

        await RunAsync();

        if (erased) await NothingIsLeftAsync();
        else Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from cases join residents p on p.id = reporter_id where story <> '' and p.name = 'Taryono'"));
    }

    [Theory]
    [InlineData("update cases set closed_at = null", true)]
    [InlineData("update cases set secrecy = 2", true)]
    [InlineData("update cases set story = story", false)]
    public async Task An_open_case_and_an_S1_case_keep_their_people(string meanwhile, bool kept)
    {
        foreach (var line in new[] { "berhenti", "1", "2" }) await SayAsync(line);
        await world.Database.ScalarAsync(meanwhile);
        world.Clock.Advance(TimeSpan.FromDays(4));

        await RunAsync();

        Assert.Equal(kept ? 1L : 0L, await world.Database.ScalarAsync("select count(*) from cases join residents p on p.id = reporter_id where story <> '' and p.name = 'Taryono' and p.erased_at is null"));
    }

    [Fact]
    public async Task Somebody_else_of_the_phone_keeps_what_was_written()
    {
        foreach (var line in new[] { "halo", "2", "1", "1", "Warniati", "jatibogor suradadi", "1", "3", "Cek/ubah desil (DTSEN)", "mau tanya desil saya", "SELESAI", "Kirim", "LEWATI" }) await SayAsync(line);
        await world.Database.ScalarAsync("update cases set closed_at = $1 where reporter_id = (select id from residents where name = 'Taryono')", world.Clock.GetUtcNow());
        await world.Database.ScalarAsync("update residents set erase_by = $1 where name = 'Taryono'", world.Clock.GetUtcNow());

        await RunAsync();

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from residents where name = '' and erased_at is not null"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from cases join residents p on p.id = reporter_id where p.name = 'Warniati' and story like '%desil%'"));
        Assert.True(await world.Database.ScalarAsync("select count(*) from inbox_messages where content is not null") is > 0L);
    }

    private async Task NothingIsLeftAsync()
    {
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from residents where name <> '' or nik_cipher is not null or nik_index is not null or phone_cipher is not null or phone_last_four is not null or birth_year is not null"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from residents where erased_at is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from cases where story <> '' or address_note is not null or pin_cipher is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from case_events where words is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from inbox_messages where content is not null or raw_body is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from outbox_messages where body is not null and conversation_id = (select conversation_id from cases)"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from resident_addresses"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from consents where withdrawn_at is null"));
    }

    private async Task<string?> RunAsync()
    {
        await using var scope = world.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DocumentRetentionJob>().RunAsync(default);
        var job = ActivatorUtilities.CreateInstance<ErasedPeopleJob>(scope.ServiceProvider);
        await job.RunAsync(default);
        return ((ISummarisedJob)job).Summary;
    }

    private Task SayAsync(string line) => world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));
}
