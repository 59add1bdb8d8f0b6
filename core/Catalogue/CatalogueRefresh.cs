using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue;

/// <summary>Loads the catalogue and swaps the snapshot when its version moves; the seed is written once by the migration verb.</summary>
public sealed class CatalogueRefresh(IServiceScopeFactory scopes, CatalogueSnapshot snapshot, ILogger<CatalogueRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private long seen = -1;

    /// <summary>Writes the seed into an empty catalogue.</summary>
    public static async Task SeedAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var known = await database.Categories.Select(need => need.Code).ToListAsync(cancellationToken);
        var order = 0;
        foreach (var need in CatalogueSeed.Categories)
        {
            need.SortOrder = ++order;
            if (!known.Contains(need.Code)) database.Categories.Add(need);
        }

        var kinds = await database.DocumentKinds.Select(kind => kind.Code).ToListAsync(cancellationToken);
        database.DocumentKinds.AddRange(CatalogueSeed.Documents.Where(kind => !kinds.Contains(kind.Code)));
        if (!await database.Set<CatalogueVersion>().AnyAsync(cancellationToken)) database.Add(new CatalogueVersion { Id = 1, Version = 1 });
        await database.SaveChangesAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The catalogue could not be read: {Error}", error.GetType().Name);
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var version = await database.Set<CatalogueVersion>().MaxAsync(row => (long?)row.Version, cancellationToken);
        if (version is null || version == seen) return;
        var needs = await database.Categories.AsNoTracking().ToListAsync(cancellationToken);
        var kinds = await database.DocumentKinds.AsNoTracking().ToListAsync(cancellationToken);
        snapshot.Swap(new CatalogueIndex(needs, kinds));
        seen = version.Value;
    }
}
