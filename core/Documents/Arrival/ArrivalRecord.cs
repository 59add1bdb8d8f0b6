using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>
/// Writes down how a file arrived. While its message still waits for that, the answer to the message tells what is wrong with it; a
/// message answered before gets a notice, once for each fault, in the same transaction.
/// </summary>
public sealed class ArrivalRecord(BotDbContext database, Outbox outbox, TextCatalog texts, TimeProvider clock)
{
    private static readonly string[] Notices =
    [
        Questions.AskDocuments_TooBig, Questions.AskDocuments_NotRead, Questions.AskDocuments_Unclear, Questions.AskDocuments_UnclearLater, Questions.AskDocuments_TooSmall,
        Questions.AskDocuments_TooSmallLater, Questions.AskDocuments_Locked, Questions.AskDocuments_Active, Questions.AskDocuments_SameTwice,
    ];

    /// <summary>True for what is told about a file beside the talk: the open question stays open.</summary>
    public static bool IsNotice(string textKey) => Notices.Contains(textKey);

    /// <summary>Takes the outcome over; false when the row no longer waits for it (erased meanwhile), so that the file must go again.</summary>
    public async Task<bool> WriteAsync(long documentId, Arrived arrived, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Locks in the order of a turn, conversation first: two equal files of one album see each other, and no turn reads a file half written.
        await database.Database.ExecuteSqlAsync($"select id from conversations where id = (select conversation_id from documents where id = {documentId}) for no key update", cancellationToken);
        var document = await database.Documents.FromSql($"select * from documents where id = {documentId} for no key update").SingleOrDefaultAsync(cancellationToken);
        if (document is not { State: DocumentState.Fetching }) return false;

        if (arrived.Result == MediaFetchResult.RetryLater && FetchPace.After(document.Attempts) is { } wait)
        {
            document.NextAttemptAt = clock.GetUtcNow() + wait;
        }
        else
        {
            await EndAsync(document, arrived, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            var answered = !await ReleaseAsync(document, cancellationToken);
            if (answered && FileFaults.Of(document) is not FileFault.None and var fault) await TellAsync(document, fault, arrived.Limit, cancellationToken);
        }

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

    /// <summary>True when the message still waits for its files; with the last of them it may be answered.</summary>
    private async Task<bool> ReleaseAsync(Document document, CancellationToken cancellationToken)
    {
        if (document.InboxId is not { } inbox) return false;
        var now = clock.GetUtcNow();
        var isLast = !await database.Documents.AnyAsync(other => other.InboxId == inbox && other.State == DocumentState.Fetching, cancellationToken);
        return await database.Inbox.Where(row => row.Id == inbox && row.ProcessedAt == null && row.HeldUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, row => isLast ? now : row.HeldUntil), cancellationToken) > 0;
    }

    /// <summary>A file of which something is found later than its answer: it no longer counts, and the resident hears why. Inside the caller's transaction.</summary>
    public Task TellLaterAsync(Document document, FileFault fault, CancellationToken cancellationToken) => TellAsync(document, fault, 0, cancellationToken);

    /// <summary>The file was already counted: it no longer is, and the resident hears why.</summary>
    private async Task TellAsync(Document document, FileFault fault, long limit, CancellationToken cancellationToken)
    {
        await database.AwaitedDocuments.Where(row => row.DocumentId == document.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DocumentId, (long?)null), cancellationToken);
        if (document.ConversationId is not { } conversation) return;
        var textKey = TextOf(fault, document.CaseId is not null);
        var dedupe = string.Create(CultureInfo.InvariantCulture, $"arrival:{document.InboxId ?? -document.Id}:{textKey}");
        if (await database.Outbox.AnyAsync(row => row.DedupeKey == dedupe, cancellationToken)) return;
        var chat = await database.Conversations.Where(row => row.Id == conversation).Select(row => new { row.Language, row.RegencyCode }).SingleAsync(cancellationToken);
        var (language, wording) = (chat.Language, texts.For(chat.RegencyCode));
        var label = await database.DocumentKinds.Where(row => row.Code == document.Kind).Select(row => row.Label).FirstOrDefaultAsync(cancellationToken);
        var notice = fault switch
        {
            FileFault.TooBig => new Notice(textKey, ("limit", (limit / MediaLimits.Megabyte).ToString(CultureInfo.InvariantCulture))),
            FileFault.Unclear or FileFault.TooSmall => new Notice(textKey, ("document", label ?? wording.Get(Questions.AskDocuments_OtherPaper, language))),
            _ => new Notice(textKey),
        };
        var target = new OutboxTarget(conversation, document.Channel, document.CaseId);
        database.Outbox.Add(outbox.Compose(target, NoticeMessage.Of(notice, wording, language), textKey, Priority.Reply, dedupeKey: dedupe));
    }

    private static string TextOf(FileFault fault, bool isFiled) => fault switch
    {
        FileFault.TooBig => Questions.AskDocuments_TooBig,
        FileFault.Unclear => isFiled ? Questions.AskDocuments_UnclearLater : Questions.AskDocuments_Unclear,
        FileFault.TooSmall => isFiled ? Questions.AskDocuments_TooSmallLater : Questions.AskDocuments_TooSmall,
        FileFault.Locked => Questions.AskDocuments_Locked,
        FileFault.Active => Questions.AskDocuments_Active,
        FileFault.SentBefore => Questions.AskDocuments_SameTwice,
        _ => Questions.AskDocuments_NotRead,
    };
}
