using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Puskesos.Core;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Demo;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Support;

/// <summary>The whole core on a database of its own, with a clock that stands still: messages go into the real inbox, answers come out of the real outbox.</summary>
public sealed class TalkWorld : IAsyncDisposable
{
    private const int Tries = 5;
    private static readonly DateTimeOffset BeforeAllJourneys = new(2026, 11, 1, 1, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly IHost host;
    private readonly InboxWorker inbox;
    private readonly OutboxWorker outbox;
    private readonly string folder;
    private readonly LogLines log;
    private int messages;

    private TalkWorld(TestDatabase database, IHost host, string folder, LogLines log, FakeClock clock, IReadOnlyList<RecordingSender> senders)
    {
        (this.database, this.host, this.folder, this.log, Clock, Senders) = (database, host, folder, log, clock, senders);
        inbox = ActivatorUtilities.CreateInstance<InboxWorker>(host.Services);
        outbox = ActivatorUtilities.CreateInstance<OutboxWorker>(host.Services);
    }

    public FakeClock Clock { get; }

    public IReadOnlyList<RecordingSender> Senders { get; }

    public IServiceProvider Services => host.Services;

    public TestDatabase Database => database;

    /// <summary>A world with the demo's places; with <paramref name="log"/> every line of every level is kept.</summary>
    public static async Task<TalkWorld> CreateAsync(LogLines? log = null)
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new FakeClock(BeforeAllJourneys);
        var folder = Directory.CreateTempSubdirectory("puskesos-talk-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Puskesos"] = database.ConnectionString,
            ["Keys:Path"] = Path.Combine(folder, "master.key"),
            ["Documents:Path"] = folder,
            ["Admin:PublicBaseUrl"] = "https://admin.example",
            ["Twilio:Templates:ConfirmHelped_Question"] = "HX00000000000000000000000000000001",
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.SetMinimumLevel(log is null ? LogLevel.Warning : LogLevel.Trace);
        log ??= new LogLines();
        builder.Logging.AddProvider(log);
        RecordingSender[] senders = [new(Channel.Telegram), new(Channel.WhatsApp), new(Channel.WebChat)];
        foreach (var sender in senders) builder.Services.AddSingleton<IChannelSender>(sender);
        foreach (var sender in senders) builder.Services.AddSingleton<IMediaFetcher>(new JourneyFiles(sender.Channel));
        builder.AddCore().AddDocumentArrival();
        var host = builder.Build();
        var world = new TalkWorld(database, host, folder, log, clock, senders);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            await DemoPlaces.LoadAsync(storage, clock, default);
            await CatalogueRefresh.SeedAsync(storage, default);
            await DemoProgrammes.LoadAsync(storage, clock, default);
            await HolidaysAsync(scope.ServiceProvider, storage);
        }

        await host.Services.GetRequiredService<LivePlaceIndex>().RefreshAsync(default);
        await host.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(default);
        return world;
    }

    /// <summary>Puts messages of one person into the inbox and lets the turn run.</summary>
    public async Task ReceiveAsync(IEnumerable<IncomingMessage> messagesOfOne)
    {
        var arriving = messagesOfOne.ToList();
        await HoldReadingAsync(arriving);
        if (!arriving.Any(message => message.Media.Count > 0)) return;
        await Services.GetRequiredService<CardReadingWorker>().RunOnceAsync(default);
        await PumpAsync();
    }

    /// <summary>The same, while nobody reads what is printed on a card.</summary>
    public async Task HoldReadingAsync(IEnumerable<IncomingMessage> messagesOfOne)
    {
        var arriving = messagesOfOne.ToList();
        var store = Services.GetRequiredService<Inbox>();
        foreach (var message in arriving)
            await store.StoreAsync(message with { ExternalId = $"test-{++messages}" }, "{}"u8.ToArray(), default);
        Clock.Advance(Inbox.AlbumQuiet);
        await PumpAsync();
        if (!arriving.Any(message => message.Media.Count > 0)) return;
        await BringFilesAsync();
        await PumpAsync();
    }

    /// <summary>Lets everything that waits happen.</summary>
    public async Task PumpAsync()
    {
        while (await inbox.RunOnceAsync(default) > 0)
        {
        }

        await outbox.RunOnceAsync(default);
    }

    /// <summary>The talk at an address, or null before its first message.</summary>
    public async Task<Conversation?> TalkAsync(Channel channel, string address)
    {
        await using var scope = Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var index = Services.GetRequiredService<FieldCipher>().Index(Inbox.AddressPurpose, $"{(int)channel}:{address}");
        return await storage.Conversations.AsNoTracking()
            .Where(talk => storage.Addresses.Any(row => row.Id == talk.Id && row.AddressIndex == index)).SingleOrDefaultAsync();
    }

    public async ValueTask DisposeAsync()
    {
        inbox.Dispose();
        outbox.Dispose();
        host.Dispose();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Every announced file comes. On a machine that leaves the tools no time one is tried again, as the service does, a second later on its clock.</summary>
    private async Task BringFilesAsync()
    {
        for (var more = Tries; more > 0; more--)
        {
            while (await Services.GetRequiredService<DocumentFetchJob>().RunOnceAsync(default) > 0)
            {
            }

            await using var scope = Services.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<BotDbContext>().Documents.AnyAsync(row => row.State == DocumentState.Fetching)) return;
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Fail($"A file did not come:\n{string.Join('\n', log.Lines.TakeLast(20))}");
    }

    private static async Task HolidaysAsync(IServiceProvider services, BotDbContext storage)
    {
        await HolidaySeed.AddMissingYearsAsync(storage, default);
        await services.GetRequiredService<WorkCalendarBook>().RefreshAsync(storage, default);
    }
}

/// <summary>Stands where a channel's API would be and keeps what was sent.</summary>
public sealed class RecordingSender(Channel channel) : IChannelSender
{
    private readonly List<Delivery> sent = [];

    public Channel Channel => channel;

    public IReadOnlyList<Delivery> Sent => sent;

    /// <summary>What the channel answers; null, or an answer of null, is "sent".</summary>
    public Func<Delivery, SendOutcome?>? Answer { get; set; }

    /// <summary>What the channel knows of a message whose answer was lost; null when it cannot tell.</summary>
    public Func<Delivery, SendOutcome?>? Found { get; set; }

    /// <summary>Begins to record anew.</summary>
    public void Forget() => sent.Clear();

    public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        lock (sent) sent.Add(delivery);
        return Task.FromResult(Answer?.Invoke(delivery) ?? SendOutcome.Sent($"sent-{delivery.OutboxId}"));
    }

    public Task<SendOutcome?> FindSentAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult(Found?.Invoke(delivery));
}
