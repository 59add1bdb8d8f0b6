using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>
/// Writes down how a file arrived. While its message still waits for that, the answer to the message tells what is wrong with it; a
/// message answered before gets a notice (<see cref="LateFaults"/>) in the same transaction.
/// </summary>
public sealed class ArrivalRecord(BotDbContext database, LateFaults late, TimeProvider clock)
{
    /// <summary>Takes the outcome over; false when the row no longer waits for it (erased meanwhile), so that the file must go again.</summary>
    public async Task<bool> WriteAsync(long documentId, Arrived arrived, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Locks in the order of a turn, conversation first: two equal files of one album see each other, and no turn reads a file half written.
        await database.Database.ExecuteSqlAsync($"select id from conversations where id = (select conversation_id from documents where id = {documentId}) for no key update", cancellationToken);
        var document = await database.Documents.FromSql($"select * from documents where id = {documentId} for no key update").SingleOrDefaultAsync(cancellationToken);
        if (document is not { State: DocumentState.Fetching }) return false;

        // What is no fault of the provider uses up none of its tries beyond the first ones.
        if (arrived.IsOurFault) document.Attempts = Math.Min(document.Attempts, FetchPace.MostForOurs);
        if (arrived.Result == MediaFetchResult.RetryLater && FetchPace.After(document.Attempts) is { } wait)
        {
            document.NextAttemptAt = clock.GetUtcNow() + wait;
        }
        else
        {
            await EndAsync(document, arrived, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            var answered = !await ReleaseAsync(document, cancellationToken);
            if (answered && FileFaults.Of(document) != FileFault.None) await late.NoteAsync(document, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        if (document.ConversationId is { } talk) await late.TellAsync(talk, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task EndAsync(Document document, Arrived arrived, CancellationToken cancellationToken)
    {
        if (arrived.ForgetAfter > TimeSpan.Zero) document.ForgetAt = clock.GetUtcNow() + arrived.ForgetAfter;
        else document.Source = null;
        if (arrived is { Result: MediaFetchResult.Fetched, File: { } file, Stored: { } stored })
        {
            var came = await database.Documents.AnyAsync(
                other => other.ContentIndex == arrived.ContentIndex && other.Id != document.Id && (other.State == DocumentState.Stored || other.State == DocumentState.Unchecked)
                    && (document.CaseId != null ? other.CaseId == document.CaseId : other.CaseId == null && other.ConversationId == document.ConversationId),
                cancellationToken);
            document.State = arrived.IsUnchecked ? DocumentState.Unchecked : DocumentState.Stored;
            document.NextAttemptAt = clock.GetUtcNow() + UncheckedFilesJob.Every;
            document.ContentType = file.ContentType;
            document.ContentIndex = arrived.ContentIndex;
            (document.StoreKey, document.WrappedKey, document.Size, document.ThumbnailKey) = (stored.StoreKey, stored.WrappedKey, stored.Size, stored.ThumbnailKey);
            document.Marks = DocumentMarks.Join(came ? file.Marks.Append(DocumentMarks.Again) : file.Marks);
            return;
        }

        if (arrived.IsInfected) document.Marks = DocumentMarks.Infected;
        document.State = arrived.Result == MediaFetchResult.TooBig ? DocumentState.TooBig : DocumentState.Failed;
    }

    /// <summary>True when the talk still waits for this file, with its own message or with one put aside before; with the last of them it may be answered.</summary>
    private async Task<bool> ReleaseAsync(Document document, CancellationToken cancellationToken)
    {
        if (document is not { InboxId: { } inbox, ConversationId: { } talk }) return false;
        var now = clock.GetUtcNow();
        var held = database.Inbox.Where(row => row.ConversationId == talk && row.ProcessedAt == null && row.HeldUntil != null);
        long[] waited = [.. await held.Select(row => row.Id).ToListAsync(cancellationToken), .. await database.Conversations.Where(row => row.Id == talk).Select(row => row.Waiting).SingleAsync(cancellationToken)];
        if (!waited.Contains(inbox)) return false;
        var isLast = !await database.Documents.AnyAsync(other => other.State == DocumentState.Fetching && waited.Contains(other.InboxId!.Value), cancellationToken);
        return await held.ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, row => isLast ? now : row.HeldUntil), cancellationToken) > 0;
    }
}
