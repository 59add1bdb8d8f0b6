using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Hot;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Fetches, in the background, the files that messages announced: claim in one short statement, work without a transaction, write the outcome in another.</summary>
public sealed class DocumentFetchJob(DocumentClaim claim, IServiceScopeFactory scopes, TurnSignals signals, TimeProvider clock, ILogger<DocumentFetchJob> log) : BackgroundService
{
    /// <summary>Takes what is due, once; gives how many files it dealt with. Tests call it instead of waiting.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = await claim.TakeAsync(FetchPace.AtOnce, clock.GetUtcNow(), FetchPace.Lease, cancellationToken);
        await Task.WhenAll(due.Select(id => BringAsync(id, cancellationToken)));
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(stoppingToken) > 0) continue;
            }
            catch (Exception away) when (away is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("Files wait, the database is away: {Reason}", away.GetType().Name);
            }

            await signals.Files.WaitAsync(FetchPace.Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BringAsync(long id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<BotDbContext>().Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } document) return;
        var arrival = services.GetRequiredService<DocumentArrival>();
        try
        {
            var arrived = await arrival.BringAsync(document, cancellationToken);
            var written = await services.GetRequiredService<ArrivalRecord>().WriteAsync(id, arrived, cancellationToken);
            if (!written && arrived.Stored is { } orphan) await services.GetRequiredService<DocumentVault>().DeleteAsync(orphan, cancellationToken);
            if (written) signals.Turns.Wake();
            if (written && arrived is { Result: not MediaFetchResult.RetryLater, ForgetAfter: { } after } && after == TimeSpan.Zero) await services.GetRequiredService<ProviderCopies>().ForgetAsync(document, cancellationToken);
        }
        catch (Exception failed) when (failed is CryptographicException or IOException or DbUpdateException or InvalidOperationException)
        {
            // The claim's lease runs out and the file is tried again, but not for ever; one bad file does not stop the others.
            log.LogError("Document {Document} could not be brought in: {Reason}", id, failed.GetType().Name);
            if (FetchPace.After(document.Attempts) is null)
                await services.GetRequiredService<ArrivalRecord>().WriteAsync(id, new Arrived(MediaFetchResult.Gone), cancellationToken);
        }
    }
}
