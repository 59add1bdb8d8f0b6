using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Reminders;

/// <summary>The unit Jatibogor with its officers, their TKSK and SLRT manager, cases made to order, and a clock that is moved by hand.</summary>
public sealed class ReminderWorld : IAsyncDisposable
{
    public const string Jatibogor = "TGL-JTB";
    private const string Tegal = "33.28", Suradadi = "33.28.16", Village = "33.28.16.2007";

    /// <summary>A simulation says the same statements by the hundred thousand; so many are planned once and kept.</summary>
    private const int KeptStatements = 300;

    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly Dictionary<long, string> names = [];
    private int number;

    private ReminderWorld(TestDatabase database, ServiceProvider services, FakeClock clock) => (this.database, this.services, Clock) = (database, services, clock);

    public FakeClock Clock { get; }

    public static async Task<ReminderWorld> CreateAsync(string now)
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new FakeClock(Wib(now));
        return await new ReminderWorld(database, Services(database.ConnectionString, MasterKeys.InMemory(), clock), clock).FilledAsync();
    }

    /// <summary>WIB, written like the model conversations.</summary>
    public static DateTimeOffset Wib(string local) => DateTimeOffset.ParseExact(local + " +07", "yyyy-MM-dd HH:mm zz", CultureInfo.InvariantCulture);

    /// <summary>Moves the clock and takes what is due, as the minute's tick does; gives back the new notices as "who: text".</summary>
    public async Task<IReadOnlyList<string>> AtAsync(string local)
    {
        Clock.SetUtcNow(Wib(local));
        return await TickAsync();
    }

    /// <summary>Ticks like every minute up to this moment; gives back each notice with its moment.</summary>
    public async Task<IReadOnlyList<string>> UntilAsync(string local, TimeSpan step)
    {
        var told = new List<string>();
        while (Clock.GetUtcNow() < Wib(local))
        {
            Clock.Advance(step);
            told.AddRange(await TickAsync());
        }

        return told;
    }

    public async Task<IReadOnlyList<string>> TickAsync()
    {
        var before = await LastRowAsync();
        await services.GetRequiredService<DueReminderJob>().RunAsync(default);
        return await ToldAfterAsync(before);
    }

    /// <summary>A tick whose instance is killed before it commits: the database ends its connections.</summary>
    public async Task KilledTickAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        storage.SavingChanges += (_, _) => database.ScalarAsync(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()", database.Name).GetAwaiter().GetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => scope.ServiceProvider.GetRequiredService<DueReminderBatch>().TakeAsync(DueReminderJob.StepsAtOnce, null, default));
    }

    public Task<int> RunJobAsync() => services.GetRequiredService<DueReminderJob>().RunAsync(default);

    /// <summary>The notices written since a row, in their order.</summary>
    public async Task<IReadOnlyList<string>> ToldAfterAsync(long row)
    {
        await using var scope = services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var rows = await storage.Outbox.AsNoTracking().Where(told => told.Id > row).OrderBy(told => told.Id).ToListAsync();
        return [.. rows.Select(told => $"{names[told.ConversationId]}: {outbox.Open(told)!.Text}")];
    }

    public async Task<long> LastRowAsync() => await QueryAsync(storage => storage.Outbox.MaxAsync(row => (long?)row.Id)) ?? 0;

    /// <summary>A case filed now at Jatibogor, with the chat of its resident.</summary>
    public async Task<Case> FileAsync(string category = "BANSOS_USUL", string ticket = "", Secrecy secrecy = Secrecy.Ordinary, int? unit = null)
    {
        var chat = await ChatAsync("resident");
        return await ChangeAsync(async storage =>
        {
            var resident = new Resident { RegencyCode = Tegal, Name = "Sarinah", CreatedAt = Clock.GetUtcNow() };
            storage.Residents.Add(resident);
            await storage.SaveChangesAsync();
            var code = UnitCode(unit);
            var office = await storage.Set<PuskesosUnit>().SingleAsync(row => row.Code == code);
            var made = new Case
            {
                RegencyCode = Tegal,
                Ticket = ticket.Length > 0 ? ticket : string.Create(CultureInfo.InvariantCulture, $"TGL-2611-{++number:0000}-0"),
                CheckCode = [1],
                Channel = Channel.Telegram,
                ReporterId = resident.Id,
                ConversationId = chat,
                VillageCode = Village,
                UnitCode = code,
                RouteRule = "own_village",
                Secrecy = secrecy,
                Story = "belum pernah dapat bantuan",
                FiledAt = Clock.GetUtcNow(),
                LastToldAt = Clock.GetUtcNow(),
                DueAt = services.GetRequiredService<CaseClock>().CheckDue(office),
            };
            made.Items.Add(new CaseItem { Number = 1, CategoryCode = category });
            made.Events.Add(new CaseEvent { At = Clock.GetUtcNow(), Kind = CaseEventKind.Filed, ActorRole = "resident", ToStatus = CaseStatus.New });
            storage.Cases.Add(made);
            await storage.SaveChangesAsync();
            return made;
        });
    }

    /// <summary>An officer's or resident's move, in a transaction of its own.</summary>
    public Task<MoveResult> MoveAsync(Case moved, MoveRequest request, Actor actor) => ChangeAsync(async storage =>
    {
        var found = await storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == moved.Id);
        return await services.GetRequiredService<CaseMoves>().ApplyAsync(storage, found, request, actor, default);
    });

    /// <summary>One more unit of the sub-district, or of the regency, named by a number.</summary>
    public Task<int> UnitAsync(int unit, UnitKind kind = UnitKind.Desa) => ChangeAsync(storage =>
    {
        storage.Add(new PuskesosUnit { Code = UnitCode(unit), Name = $"Puskesos {unit}", Kind = kind, AreaCode = kind is UnitKind.Slrt or UnitKind.Dinsos ? Tegal : Village, RegencyCode = Tegal });
        return storage.SaveChangesAsync();
    });

    /// <summary>An officer with this role and, unless told otherwise, a linked chat.</summary>
    public async Task<Actor> OfficerAsync(string name, Role role, bool linked = true, bool onDuty = false, int? unit = null)
    {
        var area = role switch { Role.Tksk => Suradadi, Role.Slrt or Role.Dinsos => Tegal, _ => UnitCode(unit) };
        var chat = linked ? await ChatAsync(name) : 0;
        return await ChangeAsync(async storage =>
        {
            var officer = new Officer { Name = name, RegencyCode = Tegal, UserName = $"{name}{++number}@example.id" };
            officer.Roles.Add(new OfficerRole { Role = role, AreaCode = area, OnDuty = onDuty });
            storage.Users.Add(officer);
            await storage.SaveChangesAsync();
            if (linked) storage.OfficerLinks.Add(new OfficerLink { OfficerId = officer.Id, AddressId = chat, LinkedAt = Clock.GetUtcNow() });
            await storage.SaveChangesAsync();
            return new Actor(officer.Id, name, role.Code(), new HashSet<Role> { role });
        });
    }

    /// <summary>An instance of a job of its own, as another process has one.</summary>
    public T Make<T>() where T : class => ActivatorUtilities.CreateInstance<T>(services);

    /// <summary>An alarm raised now in a resident's chat.</summary>
    public async Task AlarmAsync(Action<Emergency>? change = null)
    {
        var chat = await ChatAsync("resident");
        await ChangeAsync(async storage =>
        {
            var alarm = new Emergency { RegencyCode = Tegal, ConversationId = chat, Number = "D-2611-03", RaisedAt = Clock.GetUtcNow() };
            change?.Invoke(alarm);
            storage.Emergencies.Add(alarm);
            return await storage.SaveChangesAsync();
        });
    }

    /// <summary>Lets one of the product's classes do something in a scope of its own.</summary>
    public async Task<TResult> WithAsync<TWorker, TResult>(Func<TWorker, Task<TResult>> work)
        where TWorker : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TWorker>());
    }

    public Task<T> QueryAsync<T>(Func<BotDbContext, Task<T>> read) => ChangeAsync(read);

    public async Task<T> ChangeAsync<T>(Func<BotDbContext, Task<T>> change)
    {
        await using var scope = services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        await using var together = await storage.Database.BeginTransactionAsync();
        var result = await change(storage);
        await together.CommitAsync();
        return result;
    }

    public Task<Case> ReadAsync(Case known) => QueryAsync(storage => storage.Cases.AsNoTracking().Include(row => row.Items).SingleAsync(row => row.Id == known.Id));

    public Task<List<DueReminder>> RowsAsync(Case known) =>
        QueryAsync(storage => storage.Set<DueReminder>().AsNoTracking().Where(row => row.CaseId == known.Id).OrderBy(row => row.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static ServiceProvider Services(string connectionString, MasterKeys keys, FakeClock clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Puskesos"] = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = KeptStatements }.ConnectionString,
            ["Keys:Path"] = "unused",
            ["Admin:PublicBaseUrl"] = "https://admin.example",
        });
        builder.AddStorage();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(keys).AddSingleton<Outbox>();
        builder.AddCalendar();
        builder.AddOfficers().AddCases().AddReminders();
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static string UnitCode(int? unit) => unit is { } number ? string.Create(CultureInfo.InvariantCulture, $"UNIT-{number}") : Jatibogor;

    private async Task<ReminderWorld> FilledAsync()
    {
        await ChangeAsync(async storage =>
        {
            storage.Add(new Regency { Code = Tegal, Name = "Kabupaten Tegal", ShortName = "Tegal", AreaLetters = "TGL", TimeZoneId = "Asia/Jakarta" });
            storage.Add(new SubDistrict { Code = Suradadi, Name = "Suradadi", RegencyCode = Tegal });
            storage.Add(new PuskesosUnit { Code = Jatibogor, Name = "Puskesos Jatibogor", Kind = UnitKind.Desa, AreaCode = Village, RegencyCode = Tegal });
            storage.Add(new NeedCategory { Code = "BANSOS_USUL", Label = "Ingin dapat bansos", LocalWorkingDays = 5 });
            storage.Add(new NeedCategory { Code = "KIS_MATI", Label = "KIS/BPJS gratis mati", LocalWorkingDays = 1 });
            storage.Add(new DocumentKind { Code = "KTP", Label = "KTP" });
            return await storage.SaveChangesAsync();
        });
        return this;
    }

    /// <summary>A chat that is called by this name in what was told.</summary>
    public async Task<long> ChatAsync(string name)
    {
        var id = await ChangeAsync(async storage =>
        {
            var cipher = services.GetRequiredService<FieldCipher>();
            var key = Guid.NewGuid().ToString("N");
            var address = new ChannelAddress { Channel = Channel.Telegram, AddressCipher = cipher.Seal(key), AddressIndex = cipher.Index("test", key), FirstSeenAt = Clock.GetUtcNow() };
            storage.Addresses.Add(address);
            await storage.SaveChangesAsync();
            storage.Conversations.Add(new Conversation { Id = address.Id, RegencyCode = Tegal });
            await storage.SaveChangesAsync();
            return address.Id;
        });
        names[id] = name;
        return id;
    }
}
