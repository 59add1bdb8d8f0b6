using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Retention;

namespace Puskesos.Tests.Core.Documents.Stores;

/// <summary>The store is away, full, or keeps hold of a file: that is our matter, nobody else waits for it and no resident hears of it.</summary>
public sealed class StoreAwayTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly byte[] Photo = SamplePictures.Card();
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-away-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task While_S3_is_away_uploads_wait_and_come_when_it_is_back(int? answer)
    {
        await using var server = await FakeS3.StartAsync();
        using var store = server.Open(folder);
        await using var host = await DocumentHost.StartAsync(store: store);
        (host.Provider.Files["a"], host.Provider.Files["b"]) = (Photo, SamplePictures.Card(seed: 1));
        (server.IsAway, server.Refuses) = (answer is null, answer);
        var (first, second) = (await host.AnnounceAsync("a"), await host.AnnounceAsync("b", message: 2));

        await host.FetchAsync();

        Assert.Equal((DocumentState.Fetching, DocumentState.Fetching), ((await host.FindAsync(first)).State, (await host.FindAsync(second)).State));
        Assert.Empty(await host.ToldAsync());
        Assert.Empty(host.Provider.Forgotten);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        (server.IsAway, server.Refuses) = (false, null);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.FetchAsync();

        Assert.Equal((DocumentState.Stored, DocumentState.Stored), ((await host.FindAsync(first)).State, (await host.FindAsync(second)).State));
        Assert.True(await OpensAsync(host, first));
        Assert.Empty(await host.ToldAsync());
    }

    [Fact]
    public async Task A_store_that_is_away_for_days_costs_no_file_and_no_try_of_the_provider()
    {
        var store = new RefusingStore { IsAway = true };
        await using var host = await DocumentHost.StartAsync(store: store);
        host.Provider.Files["a"] = Photo;
        var id = await host.AnnounceAsync("a");
        for (var start = host.Clock.GetUtcNow(); host.Clock.GetUtcNow() - start < TimeSpan.FromDays(3);)
        {
            Assert.Equal(1, await host.FetchAsync());
            var wait = (await host.FindAsync(id)).NextAttemptAt - host.Clock.GetUtcNow();
            Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(20));
            host.Clock.Advance(wait);
        }

        store.IsAway = false;
        await host.FetchAsync();

        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
        Assert.InRange((await host.FindAsync(id)).Attempts, 1, FetchPace.MostForOurs + 1);
        Assert.Empty(await host.ToldAsync());
    }

    [Fact]
    public async Task A_file_that_the_store_does_not_let_go_holds_up_no_other_and_is_told_and_tried_again()
    {
        var store = new RefusingStore();
        await using var host = await DocumentHost.StartAsync(store: store);
        var ids = new List<long>();
        for (var number = 0; number < 3; number++)
        {
            host.Provider.Files[$"{number}"] = SamplePictures.Card(seed: number);
            ids.Add(await host.AnnounceAsync($"{number}", message: number));
        }

        await host.FetchAsync();
        var held = (await host.FindAsync(ids[0])).StoreKey!;
        store.Held.Add(held);
        await host.Database.ScalarAsync("update documents set state = 4");

        Assert.Equal("Dibuang dari penyimpanan: 2 berkas. Belum bisa dibuang, dicoba lagi: 1.", await EraseAsync(host));

        Assert.Contains(held, store.Files.Keys);
        Assert.Equal((held, null, null), ((await host.FindAsync(ids[0])).StoreKey, (await host.FindAsync(ids[1])).StoreKey, (await host.FindAsync(ids[2])).StoreKey));
        Assert.False(await OpensAsync(host, ids[0]));
        store.Held.Clear();
        Assert.Equal("Dibuang dari penyimpanan: 1 berkas. Belum bisa dibuang, dicoba lagi: 0.", await EraseAsync(host));
        Assert.Empty(store.Files);
        Assert.Null(await EraseAsync(host));
    }

    [Fact]
    public async Task S3_that_refuses_one_file_lets_the_others_go()
    {
        await using var server = await FakeS3.StartAsync();
        using var store = server.Open(folder);
        await using var host = await DocumentHost.StartAsync(store: store);
        (host.Provider.Files["a"], host.Provider.Files["b"]) = (SampleLetters.Packed("a"), SampleLetters.Packed("b"));
        var (first, second) = (await host.AnnounceAsync("a"), await host.AnnounceAsync("b", message: 2));
        await host.FetchAsync();
        var held = (await host.FindAsync(first)).StoreKey!;
        server.Held.Add(held);
        await host.Database.ScalarAsync("update documents set state = 4");

        await EraseAsync(host);

        Assert.Equal([held], server.Files.Keys);
        Assert.Equal((held, null), ((await host.FindAsync(first)).StoreKey, (await host.FindAsync(second)).StoreKey));
    }

    [Fact]
    public async Task A_file_that_the_store_does_not_give_is_checked_later_and_holds_up_no_other()
    {
        var store = new RefusingStore();
        await using var host = await DocumentHost.StartAsync(clamd: "127.0.0.1:9", store: store);
        host.Provider.Files["a"] = Photo;
        var id = await host.AnnounceAsync("a");
        await host.FetchAsync();
        Assert.Equal(DocumentState.Unchecked, (await host.FindAsync(id)).State);
        store.IsAway = true;
        host.Clock.Advance(UncheckedFilesJob.Every);

        await host.RunAsync<UncheckedFilesJob>();

        var row = await host.FindAsync(id);
        Assert.Equal((DocumentState.Unchecked, host.Clock.GetUtcNow() + UncheckedFilesJob.Every), (row.State, row.NextAttemptAt));
    }

    private static async Task<string?> EraseAsync(DocumentHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetRequiredService<ErasedFilesJob>();
        await job.RunAsync(Stop);
        return job.Summary;
    }

    private static async Task<bool> OpensAsync(DocumentHost host, long id)
    {
        await using var plain = await host.Services.GetRequiredService<DocumentReader>().OpenAsync(await host.FindAsync(id), Stop);
        return plain is not null;
    }
}
