using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Storage.Hot;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Core.Documents.Arrival;

public sealed class DocumentFetchJobTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private DocumentHost host = null!;

    private FakeFetcher Provider => host.Provider;

    public async ValueTask InitializeAsync() => host = await DocumentHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_file_is_fetched_kept_and_forgotten_at_the_provider()
    {
        Provider.Files["a"] = SamplePictures.Card();
        var id = await host.AnnounceAsync("a");

        Assert.Equal(1, await host.FetchAsync());
        var document = await host.FindAsync(id);

        Assert.Equal(DocumentState.Stored, document.State);
        Assert.Null(document.Source);
        Assert.Equal(["a"], Provider.Forgotten);
        Assert.DoesNotContain(host.Files(), file => file.Contains("staged"));
        Assert.Empty(await host.ToldAsync());
        await using var plain = (await host.Services.GetRequiredService<DocumentReader>().OpenAsync(document, Stop))!;
        using var read = new MemoryStream();
        await plain.CopyToAsync(read, Stop);
        Assert.Equal(document.Size, read.Length);
    }

    [Fact]
    public async Task A_file_that_is_not_there_yet_comes_later()
    {
        var id = await host.AnnounceAsync("a");

        await host.FetchAsync();
        Assert.Equal(DocumentState.Fetching, (await host.FindAsync(id)).State);
        Assert.Equal(0, await host.FetchAsync());
        Provider.Files["a"] = SamplePictures.Card();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.FetchAsync();

        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
        Assert.Empty(await host.ToldAsync());
    }

    [Fact]
    public async Task A_file_that_never_comes_is_given_up_and_asked_for_again_once()
    {
        var id = await host.AnnounceAsync("a");
        for (var tries = 0; tries < 12; tries++)
        {
            await host.FetchAsync();
            host.Clock.Advance(TimeSpan.FromHours(13));
        }

        Assert.Equal(DocumentState.Failed, (await host.FindAsync(id)).State);
        Assert.Equal([Questions.AskDocuments_NotRead], await host.ToldAsync());
    }

    [Fact]
    public async Task An_album_of_which_two_are_too_big_is_told_once()
    {
        Provider.Files["big"] = new byte[FakeFetcher.Largest + 1];
        var told = await host.AnnounceAsync("told", size: FakeFetcher.Largest + 1);
        var found = await host.AnnounceAsync("big");

        await host.FetchAsync();

        Assert.Equal(DocumentState.TooBig, (await host.FindAsync(told)).State);
        Assert.Equal(DocumentState.TooBig, (await host.FindAsync(found)).State);
        Assert.Equal([Questions.AskDocuments_TooBig], await host.ToldAsync());
    }

    [Fact]
    public async Task The_same_picture_twice_is_marked_and_kept()
    {
        Provider.Files["a"] = Provider.Files["b"] = SamplePictures.Card();
        await host.AnnounceAsync("a");
        await host.FetchAsync();
        var second = await host.AnnounceAsync("b", message: 2);
        await host.FetchAsync();

        var document = await host.FindAsync(second);

        Assert.True(DocumentMarks.Has(document, DocumentMarks.Again));
        Assert.NotNull(document.StoreKey);
    }

    [Fact]
    public async Task An_empty_file_and_a_page_called_photo_are_asked_for_again()
    {
        Provider.Files["empty"] = [];
        Provider.Files["page"] = "<html><script>alert(1)</script>"u8.ToArray();
        var empty = await host.AnnounceAsync("empty", message: 1);
        var page = await host.AnnounceAsync("page", message: 2);

        await host.FetchAsync();

        Assert.Equal(DocumentState.Failed, (await host.FindAsync(empty)).State);
        var kept = await host.FindAsync(page);
        Assert.Equal((DocumentState.Stored, ContentTypes.Html), (kept.State, kept.ContentType));
        Assert.False(InlineRules.MayShowInline(kept));
        Assert.Equal([$"{Questions.AskDocuments_NotAPaper}+{Questions.AskDocuments_NotRead}"], await host.ToldAsync());
    }

    [Fact]
    public async Task A_draft_erased_meanwhile_leaves_no_file()
    {
        Provider.Files["a"] = SamplePictures.Card();
        var id = await host.AnnounceAsync("a");
        Provider.Meanwhile = () => host.Database.ScalarAsync($"update documents set state = 4 where id = {id}");

        await host.FetchAsync();

        Assert.Equal(DocumentState.Erased, (await host.FindAsync(id)).State);
        Assert.Empty(host.Files());
    }

    [Fact]
    public async Task A_provider_that_breaks_off_is_tried_again()
    {
        var id = await host.AnnounceAsync("a");
        Provider.Meanwhile = () => throw new HttpRequestException("reset");

        await host.FetchAsync();

        Assert.Equal((DocumentState.Fetching, 1), ((await host.FindAsync(id)).State, (await host.FindAsync(id)).Attempts));
    }

    [Fact]
    public async Task A_fault_of_ours_is_tried_again_soon_and_stops_no_other_file()
    {
        (Provider.Files["a"], Provider.Files["b"]) = (SamplePictures.Card(), SamplePictures.Card(1400, 900));
        var (first, second) = (await host.AnnounceAsync("a", message: 1), await host.AnnounceAsync("b", message: 2));
        var failures = 1;
        Provider.Meanwhile = () => Interlocked.Decrement(ref failures) == 0 ? throw new UnauthorizedAccessException() : Task.CompletedTask;

        await host.FetchAsync();
        Assert.Equal(1, new[] { (await host.FindAsync(first)).State, (await host.FindAsync(second)).State }.Count(state => state == DocumentState.Stored));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.FetchAsync();

        Assert.Equal((DocumentState.Stored, DocumentState.Stored), ((await host.FindAsync(first)).State, (await host.FindAsync(second)).State));
        Assert.Empty(await host.ToldAsync());
    }

    [Fact]
    public async Task A_store_that_is_away_keeps_the_file_waiting()
    {
        var folder = Path.Combine(host.Folder, "documents");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "files"), "in the way", Stop);
        Provider.Files["a"] = SamplePictures.Card();
        var id = await host.AnnounceAsync("a");

        await host.FetchAsync();
        Assert.Equal(DocumentState.Fetching, (await host.FindAsync(id)).State);
        File.Delete(Path.Combine(folder, "files"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.FetchAsync();

        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_provider_that_hangs_on_some_files_holds_up_no_other()
    {
        var hangs = new TaskCompletionSource();
        foreach (var number in Enumerable.Range(0, 9)) Provider.Files[$"{number}"] = [1, 2, 3, (byte)number];
        Provider.Hanging["slow"] = Provider.Hanging["slower"] = hangs.Task;
        await host.AnnounceAsync("slow", message: 20);
        await host.AnnounceAsync("slower", message: 21);
        foreach (var number in Enumerable.Range(0, 9)) await host.AnnounceAsync($"{number}", message: number);
        var job = host.Services.GetRequiredService<DocumentFetchJob>();

        await job.StartAsync(Stop);
        while (await host.Database.ScalarAsync("select count(*) from documents where state = 1") is not 9L) await Task.Delay(50, Stop);
        hangs.SetResult();
        await job.StopAsync(Stop);

        Assert.Equal(2L, await host.Database.ScalarAsync("select count(*) from documents where state = 0"));
    }

    [Fact]
    public async Task A_killed_process_gives_its_files_back()
    {
        Provider.Files["a"] = SamplePictures.Card();
        var id = await host.AnnounceAsync("a");
        await host.Services.GetRequiredService<DocumentClaim>().TakeAsync(FetchPace.AtOnce, host.Clock.GetUtcNow(), FetchPace.Lease, Stop);
        Assert.Equal(0, await host.FetchAsync());

        host.Clock.Advance(FetchPace.Lease);
        await host.FetchAsync();

        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
    }

    [Fact]
    public async Task Two_workers_never_fetch_the_same_file()
    {
        for (var number = 0; number < 10; number++)
        {
            Provider.Files[$"{number}"] = [1, 2, 3, (byte)number];
            await host.AnnounceAsync($"{number}", message: number);
        }

        while ((await Task.WhenAll(host.FetchAsync(), host.FetchAsync(), host.FetchAsync())).Sum() > 0)
        {
        }

        Assert.Equal(10, Provider.Asked.Count);
        Assert.Equal(10, Provider.Asked.Distinct().Count());
    }
}
