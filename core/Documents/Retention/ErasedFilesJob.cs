using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Documents.Retention;

/// <summary>
/// Removes from the store what was erased in the database: whoever erases sets the state in his own transaction, and from then on nobody
/// can read the file; the file and its key go here. Without its key a copy in a backup can no longer be opened from the database.
/// </summary>
public sealed class ErasedFilesJob(BotDbContext database, DocumentVault vault, ProviderCopies copies, TextCatalog texts, TimeProvider clock, ILogger<ErasedFilesJob> log) : IRecurringJob, ISummarisedJob
{
    /// <summary>Files that are read from the database at once.</summary>
    private const int MostAtOnce = 500;

    /// <summary>So many refusals one after the other are a store that is away: the rest would only wait for it too.</summary>
    private const int MostInARow = 100;

    public string? Summary { get; private set; }

    /// <summary>Goes through all of them: what the store does not let go stands in nobody's way, and is tried again by the next run.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (gone, inARow, last) = (0, 0, 0L);
        while (inARow < MostInARow && await Left().Where(row => row.Id > last).OrderBy(row => row.Id).Take(MostAtOnce).ToListAsync(cancellationToken) is { Count: > 0 } erased)
        {
            foreach (var document in erased.TakeWhile(_ => inARow < MostInARow))
            {
                var isGone = await RemoveAsync(document, cancellationToken);
                (gone, inARow, last) = (gone + (isGone ? 1 : 0), isGone ? 0 : inARow + 1, document.Id);
            }

            database.ChangeTracker.Clear();
        }

        if (last == 0) return;
        var kept = await Left().CountAsync(row => row.StoreKey != null || row.ThumbnailKey != null, cancellationToken);
        log.LogInformation("{Count} erased files removed from the store, {Kept} could not be", gone, kept);
        Summary = texts.Fill(OfficerMessages.ErasedFiles_Summary, TextCatalog.Indonesian,
            ("gone", gone.ToString(CultureInfo.InvariantCulture)), ("kept", kept.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Erased files of which something is left, here or at the provider.</summary>
    private IQueryable<Document> Left()
    {
        var now = clock.GetUtcNow();
        return database.Documents.Where(row => row.State == DocumentState.Erased
            && (row.StoreKey != null || row.ThumbnailKey != null || row.WrappedKey != null || (row.Source != null && (row.ForgetAttempts == 0 || row.ForgetAt <= now))));
    }

    private async Task<bool> RemoveAsync(Document document, CancellationToken cancellationToken)
    {
        try
        {
            await vault.DeleteAsync(document, cancellationToken);
        }
        catch (Exception refused) when (StoreRefusals.Is(refused))
        {
            log.LogWarning("Document {Document} could not be removed from the store yet: {Reason}", document.Id, refused.GetType().Name);
            return false;
        }

        (document.StoreKey, document.ThumbnailKey, document.WrappedKey, document.ContentIndex, document.Reading) = (null, null, null, null, null);
        if (document.Source is not null) await copies.ForgetAsync(document, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
