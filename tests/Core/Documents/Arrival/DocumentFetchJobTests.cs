using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;
using Puskesos.Tests.Support;

namespace Puskesos.Tests.Core.Documents.Arrival;

public sealed class DocumentFetchJobTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-arrival-").FullName;
    private readonly TestDatabase database = new();
    private readonly FakeClock clock = new();
    private readonly FakeFetcher provider = new();
    private IHost host = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["ConnectionStrings:Puskesos"] = database.ConnectionString;
        builder.Configuration["Keys:Path"] = Path.Combine(folder, "keys.json");
        builder.Configuration["Documents:Path"] = Path.Combine(folder, "documents");
        builder.AddStorage().AddDocuments().AddDocumentArrival();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IMediaFetcher>(provider).AddSingleton<Outbox>().AddSingleton<TextCatalog>();
        host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotDbContext>().Database.EnsureCreatedAsync(Stop);
        await database.ScalarAsync("insert into channel_addresses (id, channel, address_cipher, address_index, first_seen_at) overriding system value values (1, 1, '', '\\x01', '2026-11-12')");
        await database.ScalarAsync("insert into conversations (id, regency_code, step, waiting, misunderstood, language) values (1, '33.28', 'AskDocuments', '{}', 0, 'id')");
    }

    [Fact]
    public async Task A_file_is_fetched_kept_and_forgotten_at_the_provider()
    {
        provider.Files["a"] = SamplePictures.Card();
        var id = await AnnounceAsync("a");

        Assert.Equal(1, await RunAsync());
        var document = await FindAsync(id);

        Assert.Equal(DocumentState.Stored, document.State);
        Assert.Null(document.Source);
        Assert.Equal(["a"], provider.Forgotten);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "documents", "staged")));
        Assert.Empty(await ToldAsync());
        await using var plain = (await host.Services.GetRequiredService<DocumentReader>().OpenAsync(document, Stop))!;
        using var read = new MemoryStream();
        await plain.CopyToAsync(read, Stop);
        Assert.Equal(document.Size, read.Length);
    }

    [Fact]
    public async Task A_file_that_is_not_there_yet_comes_later()
    {
        var id = await AnnounceAsync("a");

        await RunAsync();
        Assert.Equal(DocumentState.Fetching, (await FindAsync(id)).State);
        Assert.Equal(0, await RunAsync());
        provider.Files["a"] = SamplePictures.Card();
        clock.Advance(TimeSpan.FromSeconds(1));
        await RunAsync();

        Assert.Equal(DocumentState.Stored, (await FindAsync(id)).State);
        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task A_file_that_never_comes_is_given_up_and_asked_for_again_once()
    {
        var id = await AnnounceAsync("a");
        for (var tries = 0; tries < 12; tries++)
        {
            await RunAsync();
            clock.Advance(TimeSpan.FromHours(13));
        }

        Assert.Equal(DocumentState.Failed, (await FindAsync(id)).State);
        Assert.Equal([Questions.AskDocuments_NotRead], await ToldAsync());
    }

    [Fact]
    public async Task An_album_of_which_two_are_too_big_is_told_once()
    {
        provider.Files["big"] = new byte[FakeFetcher.Largest + 1];
        var told = await AnnounceAsync("told", size: FakeFetcher.Largest + 1);
        var found = await AnnounceAsync("big");

        await RunAsync();

        Assert.Equal(DocumentState.TooBig, (await FindAsync(told)).State);
        Assert.Equal(DocumentState.TooBig, (await FindAsync(found)).State);
        Assert.Equal([Questions.AskDocuments_TooBig], await ToldAsync());
    }

    [Fact]
    public async Task The_same_picture_twice_is_marked_and_kept()
    {
        provider.Files["a"] = provider.Files["b"] = SamplePictures.Card();
        await AnnounceAsync("a");
        await RunAsync();
        var second = await AnnounceAsync("b", message: 2);
        await RunAsync();

        var document = await FindAsync(second);

        Assert.True(DocumentMarks.Has(document, DocumentMarks.Again));
        Assert.NotNull(document.StoreKey);
    }

    [Fact]
    public async Task An_empty_file_and_a_page_called_photo_are_asked_for_again()
    {
        provider.Files["empty"] = [];
        provider.Files["page"] = "<html><script>alert(1)</script>"u8.ToArray();
        var empty = await AnnounceAsync("empty", message: 1);
        var page = await AnnounceAsync("page", message: 2);

        await RunAsync();

        Assert.Equal(DocumentState.Failed, (await FindAsync(empty)).State);
        var kept = await FindAsync(page);
        Assert.Equal((DocumentState.Stored, ContentTypes.Html), (kept.State, kept.ContentType));
        Assert.False(InlineRules.MayShowInline(kept));
        Assert.Equal([Questions.AskDocuments_NotRead, Questions.AskDocuments_NotRead], await ToldAsync());
    }

    [Fact]
    public async Task A_draft_erased_meanwhile_leaves_no_file()
    {
        provider.Files["a"] = SamplePictures.Card();
        var id = await AnnounceAsync("a");
        provider.Meanwhile = () => database.ScalarAsync($"update documents set state = 4 where id = {id}");

        await RunAsync();

        Assert.Equal(DocumentState.Erased, (await FindAsync(id)).State);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "documents"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_provider_that_breaks_off_is_tried_again()
    {
        var id = await AnnounceAsync("a");
        provider.Meanwhile = () => throw new HttpRequestException("reset");

        await RunAsync();

        Assert.Equal((DocumentState.Fetching, 1), ((await FindAsync(id)).State, (await FindAsync(id)).Attempts));
    }

    [Fact]
    public async Task Two_workers_never_fetch_the_same_file()
    {
        for (var number = 0; number < 10; number++)
        {
            provider.Files[$"{number}"] = [1, 2, 3, (byte)number];
            await AnnounceAsync($"{number}", message: number);
        }

        while ((await Task.WhenAll(RunAsync(), RunAsync(), RunAsync())).Sum() > 0)
        {
        }

        Assert.Equal(10, provider.Asked.Count);
        Assert.Equal(10, provider.Asked.Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task<int> RunAsync() => host.Services.GetRequiredService<DocumentFetchJob>().RunOnceAsync(Stop);

    private async Task<long> AnnounceAsync(string remoteId, long? size = null, long message = 1)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var media = new IncomingMedia(remoteId, "image/jpeg", "ktp.jpg", size, MediaKind.Photo);
        var document = new Document
        {
            ConversationId = 1,
            InboxId = message,
            Channel = Channel.Telegram,
            Source = scope.ServiceProvider.GetRequiredService<FieldCipher>().Seal(JsonSerializer.SerializeToUtf8Bytes(media)),
            ReceivedAt = clock.GetUtcNow(),
            NextAttemptAt = clock.GetUtcNow(),
        };
        var context = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        context.Add(document);
        await context.SaveChangesAsync(Stop);
        return document.Id;
    }

    private async Task<Document> FindAsync(long id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Documents.AsNoTracking().SingleAsync(row => row.Id == id, Stop);
    }

    private async Task<List<string>> ToldAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Outbox.OrderBy(row => row.Id).Select(row => row.TextKey).ToListAsync(Stop);
    }

    private sealed class FakeFetcher : IMediaFetcher
    {
        public const long Largest = 3_000_000;

        public Dictionary<string, byte[]> Files { get; } = [];

        public List<string> Asked { get; } = [];

        public List<string> Forgotten { get; } = [];

        public Func<Task>? Meanwhile { get; set; }

        public Channel Channel => Channel.Telegram;

        public long LargestBytes => Largest;

        public async Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken)
        {
            lock (Asked) Asked.Add(media.RemoteId);
            if (Meanwhile is not null) await Meanwhile();
            if (!Files.TryGetValue(media.RemoteId, out var content)) return MediaFetchResult.RetryLater;
            await destination.WriteAsync(content, cancellationToken);
            return MediaFetchResult.Fetched;
        }

        public Task ForgetAsync(IncomingMedia media, CancellationToken cancellationToken)
        {
            lock (Forgotten) Forgotten.Add(media.RemoteId);
            return Task.CompletedTask;
        }
    }
}
