using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Cards;

/// <summary>Reads photos that a talk took for an identity card, one after the other. A talk waits for it only where the photo completes the papers, and not long.</summary>
public sealed class CardReadingWorker(IServiceScopeFactory scopes, CardReader cards, DocumentReader reader, FieldCipher cipher, TimeProvider clock, ILogger<CardReadingWorker> log) : BackgroundService
{
    /// <summary>The catalogue's code of the identity card.</summary>
    public const string Card = "KTP";

    /// <summary>A person needs about as long for the next photo.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Older photos are no longer of use to their talk.</summary>
    private static readonly TimeSpan Youngest = TimeSpan.FromDays(1);

    private const int MostAtOnce = 20;

    /// <summary>Reads what waits; gives how many. Tests call it instead of waiting.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!CardReader.IsThere) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var since = clock.GetUtcNow() - Youngest;
        var waiting = await database.Documents.AsNoTracking()
            .Where(row => row.Kind == Card && row.Reading == null && row.State == DocumentState.Stored && row.ReceivedAt > since).OrderBy(row => row.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var document in waiting)
        {
            var reading = InlineRules.MayShowInline(document) ? await ReadAsync(document, cancellationToken) : CardReading.Nothing;
            var box = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(reading));
            await database.Documents.Where(row => row.Id == document.Id && row.State == DocumentState.Stored && row.Reading == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Reading, box), cancellationToken);
            if (await ReleaseAsync(database, document, cancellationToken)) scope.ServiceProvider.GetRequiredService<TurnSignals>().Turns.Wake();
        }

        return waiting.Count;
    }

    /// <summary>True when a talk waited for the reading and may be answered now.</summary>
    private async Task<bool> ReleaseAsync(BotDbContext database, Document document, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await database.Inbox.Where(row => row.ConversationId == document.ConversationId && row.ProcessedAt == null && row.HeldUntil > now
                && !database.Documents.Any(other => other.InboxId == row.Id && other.State == DocumentState.Fetching))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, now), cancellationToken) > 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (CardReader.IsThere && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Cards wait: {Reason}", away.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<CardReading> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        try
        {
            await using var plain = await reader.OpenAsync(document, cancellationToken);
            if (plain is null) return CardReading.Nothing;
            using var picture = new MemoryStream();
            await plain.CopyToAsync(picture, cancellationToken);
            return await cards.ReadAsync(picture.GetBuffer().AsMemory(0, (int)picture.Length), cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("Document {Document} could not be opened to be read: {Reason}", document.Id, broken.GetType().Name);
            return CardReading.Nothing;
        }
    }
}
