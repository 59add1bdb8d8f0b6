using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Places.Demo;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Places;

/// <summary>A fresh database with the demo area, for tests of lists, units and routing.</summary>
public sealed class PlacesDatabase : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public FakeClock Clock { get; } = new();

    public NpgsqlDataSource Source { get; private set; } = null!;

    public TestDatabase Raw => _database;

    public BotDbContext Open() => new((DbContextOptions<BotDbContext>)StorageSetup.Use(new DbContextOptionsBuilder<BotDbContext>(), Source).Options);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Source = StorageSetup.Open(_database.ConnectionString);
        await using var db = Open();
        await DemoPlaces.LoadAsync(db, Clock, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
