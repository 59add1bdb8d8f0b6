using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Core.Catalogue;

/// <summary>Loads the catalogue, the regencies' own texts and the words of the lexicon and swaps the snapshot when their version moves; the seed is written by the migration verb.</summary>
public sealed class CatalogueRefresh(IServiceScopeFactory scopes, CatalogueSnapshot snapshot, TextCatalog texts, ILogger<CatalogueRefresh> log) : BackgroundService
{
    /// <summary>How often an instance looks whether something was edited; all must follow within 30 s.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>An operator reads a screen, not a thousand lines.</summary>
    private const int MostTold = 20;

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

    /// <summary>Loads what was edited since the last load. Words that make no lexicon are refused by name, and those before stay in use.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var version = await database.Set<CatalogueVersion>().MaxAsync(row => (long?)row.Version, cancellationToken);
        if (version is null || version == seen) return;
        var needs = await database.Categories.AsNoTracking().ToListAsync(cancellationToken);
        var kinds = await database.DocumentKinds.AsNoTracking().ToListAsync(cancellationToken);
        var programmes = new ProgrammeIndex(await ProgrammeEditing.PublishedAsync(database, cancellationToken));
        var own = (await NeedEditing.InForceAsync(database, cancellationToken)).GroupBy(row => row.RegencyCode);
        snapshot.Swap(new CatalogueIndex(needs, kinds, programmes), own.Select(regency => KeyValuePair.Create(regency.Key, new CatalogueIndex(NeedEditing.Applied(needs, regency), kinds, programmes))));
        texts.Swap(await TextEditing.InForceAsync(database, cancellationToken));
        var entries = await database.Lexicon.AsNoTracking().ToListAsync(cancellationToken);
        if (entries.Count > 0) TakeWords(entries, needs, version.Value);
        seen = version.Value;
    }

    private void TakeWords(List<LexiconEntry> entries, List<NeedCategory> needs, long version)
    {
        var faults = LexiconCheck.Faults(entries, needs.Select(need => need.Code).ToHashSet());
        foreach (var fault in faults.Take(MostTold))
            log.LogError("Edition {Version} of the lexicon is refused, the one before stays in use. {Key}: {Reason}", version, fault.Key, fault.Reason);
        if (faults.Count > 0) return;
        var edition = string.Create(CultureInfo.InvariantCulture, $"{LexiconTables.SeedVersion}/{version}");
        snapshot.Swap(LanguageEdition.Of(new LanguageLexicon(LexiconEntries.Tables(edition, entries))));
        log.LogInformation("Edition {Edition} of the lexicon is in use: {Lines} lines", edition, entries.Count);
    }
}
