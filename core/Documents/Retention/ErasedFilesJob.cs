using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Retention;

/// <summary>
/// Removes from the store what was erased in the database: whoever erases sets the state in his own transaction, and from then on nobody
/// can read the file; the file and its key go here. Without its key a copy in a backup can no longer be opened from the database.
/// </summary>
public sealed class ErasedFilesJob(BotDbContext database, DocumentVault vault, ProviderCopies copies, TimeProvider clock, ILogger<ErasedFilesJob> log) : IRecurringJob
{
    /// <summary>Files of one run; the next run takes the rest.</summary>
    private const int MostAtOnce = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var erased = await database.Documents
            .Where(row => row.State == DocumentState.Erased && (row.StoreKey != null || row.ThumbnailKey != null || row.WrappedKey != null || (row.Source != null && (row.ForgetAttempts == 0 || row.ForgetAt <= now))))
            .OrderBy(row => row.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        var kept = 0;
        foreach (var document in erased)
        {
            try
            {
                await vault.DeleteAsync(document, cancellationToken);
            }
            catch (IOException refused)
            {
                log.LogWarning("Document {Document} could not be removed from the store yet: {Reason}", document.Id, refused.GetType().Name);
                kept++;
                continue;
            }

            (document.StoreKey, document.ThumbnailKey, document.WrappedKey, document.ContentIndex, document.Reading) = (null, null, null, null, null);
            if (document.Source is not null) await copies.ForgetAsync(document, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        if (erased.Count > 0) log.LogInformation("{Count} erased files removed from the store, {Kept} could not be", erased.Count - kept, kept);
    }
}
