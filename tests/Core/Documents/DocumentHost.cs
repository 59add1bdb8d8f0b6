using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Documents;

/// <summary>The documents with a real database and disk, a provider of the tests' own, and one conversation to belong to.</summary>
public sealed class DocumentHost : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly IHost host;

    private DocumentHost(string folder, TestDatabase database, string clamd, long largest, IDocumentStore? store)
    {
        Provider = new FakeFetcher { LargestBytes = largest };
        (Folder, Database) = (folder, database);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["ConnectionStrings:Puskesos"] = database.ConnectionString;
        builder.Configuration["Keys:Path"] = Path.Combine(folder, "keys.json");
        builder.Configuration["Documents:Path"] = Path.Combine(folder, "documents");
        builder.Configuration["Documents:Clamd"] = clamd;
        builder.AddStorage().AddMessaging().AddDocuments().AddDocumentArrival();
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMediaFetcher>(Provider);
        if (store is not null) builder.Services.AddSingleton(store);
        host = builder.Build();
    }

    public string Folder { get; }

    public TestDatabase Database { get; }

    public FakeClock Clock { get; } = new();

    public FakeFetcher Provider { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<DocumentHost> StartAsync(string clamd = "", long largest = FakeFetcher.Largest, IDocumentStore? store = null)
    {
        var database = await TestDatabase.CreateAsync();
        await database.ScalarAsync("insert into channel_addresses (id, channel, address_cipher, address_index, first_seen_at) overriding system value values (1, 1, '', '\\x01', '2026-11-12')");
        await database.ScalarAsync("insert into conversations (id, regency_code, step, waiting, misunderstood, language) values (1, '33.28', 'AskDocuments', '{}', 0, 'id')");
        return new DocumentHost(Directory.CreateTempSubdirectory("puskesos-documents-").FullName, database, clamd, largest, store);
    }

    /// <summary>Every file in the store and in the staging area.</summary>
    public string[] Files() =>
        Directory.Exists(Path.Combine(Folder, "documents")) ? Directory.GetFiles(Path.Combine(Folder, "documents"), "*", SearchOption.AllDirectories) : [];

    public Task<int> FetchAsync() => Services.GetRequiredService<DocumentFetchJob>().RunOnceAsync(Stop);

    /// <summary>A file that a message announced.</summary>
    public async Task<long> AnnounceAsync(string remoteId, long? size = null, long message = 1, string fileName = "ktp.jpg")
    {
        await using var scope = Services.CreateAsyncScope();
        var media = new IncomingMedia(remoteId, "image/jpeg", fileName, size, MediaKind.Photo);
        var document = new Document
        {
            ConversationId = 1,
            InboxId = message,
            Channel = Channel.Telegram,
            Source = scope.ServiceProvider.GetRequiredService<FieldCipher>().Seal(JsonSerializer.SerializeToUtf8Bytes(media)),
            ReceivedAt = Clock.GetUtcNow(),
            NextAttemptAt = Clock.GetUtcNow(),
        };
        var context = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        context.Add(document);
        await context.SaveChangesAsync(Stop);
        return document.Id;
    }

    /// <summary>Runs one of the background jobs once.</summary>
    public async Task RunAsync<TJob>()
        where TJob : IRecurringJob
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(Stop);
    }

    public async Task<Document> FindAsync(long id)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Documents.AsNoTracking().SingleAsync(row => row.Id == id, Stop);
    }

    /// <summary>Text keys of what the resident was told, in order.</summary>
    public async Task<List<string>> ToldAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Outbox.OrderBy(row => row.Id).Select(row => row.TextKey).ToListAsync(Stop);
    }

    /// <summary>The words of what the resident was told, in order.</summary>
    public async Task<List<string>> SaidAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<BotDbContext>().Outbox.OrderBy(row => row.Id).ToListAsync(Stop);
        return rows.ConvertAll(row => scope.ServiceProvider.GetRequiredService<Outbox>().Open(row)!.Text);
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
