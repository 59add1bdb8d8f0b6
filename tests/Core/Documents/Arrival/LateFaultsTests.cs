using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Core.Documents.Arrival;

/// <summary>What is found out after the answer: told once for all files of a moment, and nothing of it is lost.</summary>
public sealed class LateFaultsTests : IAsyncLifetime
{
    private const string Untold = "select count(*) from documents where marks like '%untold%'";
    private DocumentHost host = null!;

    public async ValueTask InitializeAsync() => host = await DocumentHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_album_of_ten_that_comes_late_is_one_message_with_each_fault_once()
    {
        for (var number = 0; number < 10; number++)
        {
            host.Provider.Files[$"{number}"] = (number % 3) switch { 0 => SampleLetters.Packed($"{number}"), 1 => [.. SamplePdfs.Of("/OpenAction << /S /JavaScript /JS (x) >>"), (byte)number], _ => new byte[FakeFetcher.Largest + 1] };
            await host.AnnounceAsync($"{number}", message: number + 1);
        }

        while (await host.FetchAsync() > 0)
        {
        }

        Assert.Equal([$"{Questions.AskDocuments_NotAPaper}+{Questions.AskDocuments_TooBig}+{Questions.AskDocuments_Active}"], await host.ToldAsync());
        Assert.Equal(3, Assert.Single(await host.SaidAsync()).Split("\n\n").Length);
        Assert.Equal(0L, await host.Database.ScalarAsync(Untold));
    }

    [Fact]
    public async Task What_one_file_has_is_told_when_the_last_of_its_album_has_come()
    {
        host.Provider.Files["letter"] = SampleLetters.Packed();
        await host.AnnounceAsync("letter");
        var slow = await host.AnnounceAsync("slow", message: 2);
        await host.FetchAsync();
        Assert.Empty(await host.ToldAsync());
        Assert.Equal(1L, await host.Database.ScalarAsync(Untold));

        host.Provider.Files["slow"] = SamplePictures.Card();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.FetchAsync();

        Assert.Equal(DocumentState.Stored, (await host.FindAsync(slow)).State);
        Assert.Equal([Questions.AskDocuments_NotAPaper], await host.ToldAsync());
        Assert.Equal(0L, await host.Database.ScalarAsync(Untold));
    }

    [Fact]
    public async Task A_file_that_does_not_come_is_not_waited_for_and_tells_its_own_fault_later()
    {
        host.Provider.Files["letter"] = SampleLetters.Packed();
        await host.AnnounceAsync("letter");
        var late = await host.AnnounceAsync("late", message: 2);
        while ((await host.FindAsync(late)).NextAttemptAt - host.Clock.GetUtcNow() is var wait && wait <= FetchPace.Lease)
        {
            Assert.Empty(await host.ToldAsync());
            host.Clock.Advance(wait);
            await host.FetchAsync();
        }

        Assert.Equal([Questions.AskDocuments_NotAPaper], await host.ToldAsync());
        host.Provider.Files["late"] = SampleLetters.Packed("late");
        host.Clock.Advance((await host.FindAsync(late)).NextAttemptAt - host.Clock.GetUtcNow());
        await host.FetchAsync();

        Assert.Equal([Questions.AskDocuments_NotAPaper, Questions.AskDocuments_NotAPaper], await host.ToldAsync());
    }

    [Fact]
    public async Task Of_a_draft_that_was_given_up_nothing_is_told_any_more()
    {
        host.Provider.Files["letter"] = SampleLetters.Packed();
        await host.AnnounceAsync("letter");
        await host.AnnounceAsync("slow", message: 2);
        await host.FetchAsync();
        await host.Database.ScalarAsync("update documents set state = 4");
        host.Provider.Files["next"] = SamplePictures.Card();
        await host.AnnounceAsync("next", message: 3);

        await host.FetchAsync();

        Assert.Empty(await host.ToldAsync());
    }

    [Fact]
    public async Task Another_talk_waits_for_nobody()
    {
        await host.Database.ScalarAsync("insert into channel_addresses (id, channel, address_cipher, address_index, first_seen_at) overriding system value values (2, 1, '', '\\x02', '2026-11-12')");
        await host.Database.ScalarAsync("insert into conversations (id, regency_code, step, waiting, misunderstood, language) values (2, '33.28', 'AskDocuments', '{}', 0, 'su')");
        host.Provider.Files["letter"] = SampleLetters.Packed();
        await host.AnnounceAsync("slow");
        await host.Database.ScalarAsync($"update documents set conversation_id = 2 where id = {await host.AnnounceAsync("letter", message: 2)}");

        await host.FetchAsync();

        Assert.StartsWith("Hapunten, berkas tadi sanés foto atanapi PDF", Assert.Single(await host.SaidAsync()));
    }

    [Theory]
    [InlineData(Questions.AskDocuments_NotAPaper, true)]
    [InlineData($"{Questions.AskDocuments_NotAPaper}+{Questions.AskDocuments_Unclear}", true)]
    [InlineData(Questions.AskDocuments_Received, false)]
    [InlineData($"{Questions.AskDocuments_Unclear}+{Questions.AskDocuments_Received}", false)]
    public void A_notice_is_told_from_an_answer(string textKey, bool isNotice) => Assert.Equal(isNotice, LateFaults.IsNotice(textKey));
}
