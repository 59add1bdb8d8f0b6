using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Puskesos.Core;
using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Places.Demo;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Support;

/// <summary>Kab. Tegal with its units, the catalogue, a few officers and cases made to order, on a database of its own.</summary>
public sealed class DeskWorld : IAsyncDisposable
{
    public const string Jatibogor = "PKS-33.28.16.2007";
    public const string Yamansari = "PKS-33.28.06.2005";
    public const string Dinsos = "DINSOS-33.28";
    public const string Slrt = "SLRT-33.28";
    public const string Suradadi = "33.28.16";
    public const string Lebaksiu = "33.28.06";
    public const string Tegal = "33.28";

    /// <summary>Cases made here must not take the numbers of those that a story files by chat or at the counter.</summary>
    private const int FirstNumber = 5000;

    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int number;

    private DeskWorld(TestDatabase database, ServiceProvider services, FakeClock clock) => (this.database, this.services, Clock) = (database, services, clock);

    public FakeClock Clock { get; }

    public string ConnectionString => database.ConnectionString;

    public TestDatabase Database => database;

    public FieldCipher Cipher => services.GetRequiredService<FieldCipher>();

    public MasterKeys Keys => services.GetRequiredService<MasterKeys>();

    /// <summary>Core, on this world's clock.</summary>
    public IServiceProvider Services => services;

    public Outbox Outbox => services.GetRequiredService<Outbox>();

    public static async Task<DeskWorld> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new FakeClock();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Puskesos"] = database.ConnectionString, ["Keys:Path"] = "unused", ["Admin:PublicBaseUrl"] = "https://admin.example" });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddCore();
        builder.Services.AddSingleton(MasterKeys.InMemory());
        var world = new DeskWorld(database, builder.Services.BuildServiceProvider(), clock);
        await using var work = world.Open();
        await DemoPlaces.LoadAsync(work.Storage, clock, default);
        work.Storage.AddRange(CatalogueSeed.Categories.Select((need, at) => Copy(need, at + 1)));
        work.Storage.AddRange(CatalogueSeed.Documents.Select(kind => new DocumentKind { Code = kind.Code, Label = kind.Label, Words = kind.Words }));
        await work.Storage.SaveChangesAsync();
        return world;
    }

    /// <summary>Officers made from now on need no second factor; false for tests about it.</summary>
    public bool AsDemo { get; set; } = true;

    /// <summary>A scope with its own context, as a request has one.</summary>
    public DeskWork Open() => new(services.CreateAsyncScope());

    /// <summary>The password of every officer made here.</summary>
    public const string Password = "kunyit-asam-segar";

    public async Task<OfficerReach> OfficerAsync(string name, params (Role Role, string Area)[] roles)
    {
        await using var work = Open();
        var email = $"officer{Interlocked.Increment(ref number)}@example.id";
        var officer = new Officer
        {
            Name = name,
            RegencyCode = Tegal,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            LockoutEnabled = true,
            IsDemo = AsDemo,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        officer.PasswordHash = Hash(officer);
        officer.Roles.AddRange(roles.Select(role => new OfficerRole { Role = role.Role, AreaCode = role.Area, OnDuty = role.Role is Role.Tksk or Role.Dinsos }));
        work.Storage.Users.Add(officer);
        await work.Storage.SaveChangesAsync();
        return (await OfficerReach.LoadAsync(work.Storage, officer.Id, default))!;
    }

    /// <summary>A case with the chat of its reporter.</summary>
    public async Task<Case> CaseAsync(
        string unit = Jatibogor, Secrecy secrecy = Secrecy.Ordinary, CaseStatus status = CaseStatus.New, string village = "33.28.16.2007", params string[] needs)
    {
        await using var work = Open();
        var chat = await AddChatAsync(work.Storage);
        var resident = new Resident { RegencyCode = Tegal, Name = "Sarinah", CreatedAt = Clock.GetUtcNow() };
        work.Storage.Residents.Add(resident);
        await work.Storage.SaveChangesAsync();
        var made = new Case
        {
            RegencyCode = Tegal,
            Ticket = Ticket.Make("TGL", new DateOnly(2026, 11, 1), FirstNumber + ++number),
            CheckCode = Cipher.Seal("1234"),
            Channel = Channel.Telegram,
            ReporterId = resident.Id,
            ConversationId = chat,
            VillageCode = village,
            UnitCode = unit,
            RouteRule = "own_village",
            Secrecy = secrecy,
            Status = status,
            Story = "kartu kis ibu saya mati",
            FiledAt = Clock.GetUtcNow(),
            DueAt = Clock.GetUtcNow().AddHours(20),
        };
        var categories = needs.Length == 0 ? ["BANSOS_USUL"] : needs;
        made.Items.AddRange(categories.Select((code, at) => new CaseItem { Number = at + 1, CategoryCode = code, Status = status }));
        made.Events.Add(new CaseEvent { At = Clock.GetUtcNow(), Kind = CaseEventKind.Filed, ActorRole = "resident", ToStatus = status });
        work.Storage.Cases.Add(made);
        await work.Storage.SaveChangesAsync();
        return made;
    }

    public async Task<long> ChatAsync()
    {
        await using var work = Open();
        return await AddChatAsync(work.Storage);
    }

    /// <summary>The texts waiting or sent for a case's people, oldest first, without those taken back.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(long caseId)
    {
        await using var work = Open();
        var rows = await work.Storage.Outbox.AsNoTracking().Where(row => row.CaseId == caseId && row.Status != OutboxStatus.Skipped).OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => Outbox.Open(row)!.Text)];
    }

    public async Task<Case> ReadAsync(long caseId)
    {
        await using var work = Open();
        return await work.Storage.Cases.AsNoTracking().Include(row => row.Items).Include(row => row.Events).SingleAsync(row => row.Id == caseId);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<long> AddChatAsync(BotDbContext storage)
    {
        var name = Guid.NewGuid().ToString("N");
        var address = new ChannelAddress { Channel = Channel.Telegram, AddressCipher = Cipher.Seal(name), AddressIndex = Cipher.Index("test", name), FirstSeenAt = Clock.GetUtcNow(), LastInboundAt = Clock.GetUtcNow() };
        storage.Addresses.Add(address);
        await storage.SaveChangesAsync();
        storage.Conversations.Add(new Conversation { Id = address.Id, RegencyCode = Tegal });
        await storage.SaveChangesAsync();
        return address.Id;
    }

    /// <summary>Few rounds: the tests sign in often, and the product's own hashing is the framework's default.</summary>
    private static string Hash(Officer officer) =>
        new PasswordHasher<Officer>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(officer, Password);

    private static NeedCategory Copy(NeedCategory need, int order) => new()
    {
        Code = need.Code,
        MenuGroup = need.MenuGroup,
        SortOrder = order,
        Label = need.Label,
        DocumentNeed = need.DocumentNeed,
        RequiredDocuments = need.RequiredDocuments,
        HelpfulDocuments = need.HelpfulDocuments,
        Secrecy = need.Secrecy,
        BypassTo = need.BypassTo,
        LocalWorkingDays = need.LocalWorkingDays,
    };
}

/// <summary>One request's worth of the product.</summary>
public sealed class DeskWork(AsyncServiceScope scope) : IAsyncDisposable
{
    public BotDbContext Storage => scope.ServiceProvider.GetRequiredService<BotDbContext>();

    public OfficerDesk Desk => scope.ServiceProvider.GetRequiredService<OfficerDesk>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
