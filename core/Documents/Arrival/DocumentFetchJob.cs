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

/// <summary>
/// Fetches, in the background, the files that messages announced: claim in one short statement, work without a transaction, write the
/// outcome in another. A file that takes long holds up no other: whatever else has room goes on beside it.
/// </summary>
public sealed class DocumentFetchJob(DocumentClaim claim, IServiceScopeFactory scopes, TurnSignals signals, TimeProvider clock, ILogger<DocumentFetchJob> log) : BackgroundService
{
    /// <summary>Takes what is due, once, and sees it through; gives how many files it dealt with. Tests call it instead of waiting.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = await TakeAsync(FetchPace.AtOnce, cancellationToken);
        await Task.WhenAll(due.Select(id => BringAsync(id, cancellationToken)));
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        var bell = signals.Files.WaitAsync(FetchPace.Look, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            var due = running.Count < FetchPace.AtOnce ? await DueAsync(FetchPace.AtOnce - running.Count, stoppingToken) : [];
            running.AddRange(due.Select(id => BringAsync(id, stoppingToken)));
            if (due.Count > 0) continue;
            await Task.WhenAny([bell, .. running]);
            if (bell.IsCompleted) bell = signals.Files.WaitAsync(FetchPace.Look, stoppingToken);
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task<IReadOnlyList<long>> TakeAsync(int most, CancellationToken cancellationToken) => claim.TakeAsync(most, clock.GetUtcNow(), FetchPace.Lease, cancellationToken);

    private async Task<IReadOnlyList<long>> DueAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(most, cancellationToken);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            log.LogWarning("Files wait, the database is away: {Reason}", away.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }

        return [];
    }

    /// <summary>Brings one file in. Whatever goes wrong is this file's own fault and no other's: it is tried again, but not for ever.</summary>
    private async Task BringAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var bringing = BringAsync(id, scope.ServiceProvider, cancellationToken);
            while (await Task.WhenAny(bringing, Task.Delay(FetchPace.Renewal, cancellationToken)) != bringing && !cancellationToken.IsCancellationRequested) await RenewAsync(id, cancellationToken);
            await bringing;
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.LogError("Document {Document} could not be brought in: {Reason}", id, failed.GetType().Name);
            await LaterAsync(id, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The service stops; the claim's lease runs out and another one goes on.
        }
    }

    private async Task BringAsync(long id, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<BotDbContext>().Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } document) return;
        var arrived = await services.GetRequiredService<DocumentArrival>().BringAsync(document, cancellationToken);
        var written = await services.GetRequiredService<ArrivalRecord>().WriteAsync(id, arrived, cancellationToken);
        if (!written && arrived.Stored is { } orphan) await services.GetRequiredService<DocumentVault>().DeleteAsync(orphan, cancellationToken);
        if (written) signals.Turns.Wake();
        if (written && arrived is { Result: not MediaFetchResult.RetryLater, ForgetAfter: { } after } && after == TimeSpan.Zero) await services.GetRequiredService<ProviderCopies>().ForgetAsync(document, cancellationToken);
    }

    private async Task RenewAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await claim.RenewAsync([id], clock.GetUtcNow(), FetchPace.Lease, cancellationToken);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            // The lease runs out and somebody begins the file anew; whoever is later drops its copy.
        }
    }

    /// <summary>Writes down that it did not work. Where not even that works, the claim's lease runs out and the file is tried again.</summary>
    private async Task LaterAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ArrivalRecord>().WriteAsync(id, new Arrived(MediaFetchResult.RetryLater), cancellationToken)) signals.Turns.Wake();
        }
        catch (Exception away) when (away is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            log.LogWarning("Document {Document} waits for its lease to run out: {Reason}", id, away.GetType().Name);
        }
    }
}
