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
        Questions.AskDocuments_TooSmallLater, Questions.AskDocuments_Locked, Questions.AskDocuments_Active, Questions.AskDocuments_SameTwice, Questions.AskDocuments_SameTwiceLater, Questions.AskDocuments_SentAgain,
    ];

    /// <summary>The step at which papers are asked for, by its name: talks stand above files.</summary>
    private const string PapersQuestion = "AskDocuments";

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

    /// <summary>A file of which something is found later than its answer: it no longer counts, and the resident hears why. Inside the caller's transaction.</summary>
    public Task TellLaterAsync(Document document, FileFault fault, CancellationToken cancellationToken) => TellAsync(document, fault, 0, cancellationToken);

    /// <summary>The file was already counted: it no longer is, and the resident hears why.</summary>
    private async Task TellAsync(Document document, FileFault fault, long limit, CancellationToken cancellationToken)
    {
        var isAwaitedAgain = await database.AwaitedDocuments.Where(row => row.DocumentId == document.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DocumentId, (long?)null), cancellationToken) > 0;
        if (document.ConversationId is not { } conversation) return;
        var chat = await database.Conversations.Where(row => row.Id == conversation).Select(row => new { row.Language, row.RegencyCode, row.Step }).SingleAsync(cancellationToken);
        var isAsked = document.CaseId is null && chat.Step.ToString() == PapersQuestion;
        var label = await database.DocumentKinds.Where(row => row.Code == document.Kind).Select(row => row.Label).FirstOrDefaultAsync(cancellationToken);
        var lacksPaper = label is not null && (document.CaseId is null || isAwaitedAgain);
        var textKey = TextOf(fault, isAsked, lacksPaper);
        var dedupe = string.Create(CultureInfo.InvariantCulture, $"arrival:{document.InboxId ?? -document.Id}:{textKey}");
        if (await database.Outbox.AnyAsync(row => row.DedupeKey == dedupe, cancellationToken)) return;
        var (language, wording) = (chat.Language, texts.For(chat.RegencyCode));
        var notice = fault switch
        {
            FileFault.TooBig => new Notice(textKey, ("limit", (limit / MediaLimits.Megabyte).ToString(CultureInfo.InvariantCulture))),
            FileFault.Unclear or FileFault.TooSmall => new Notice(textKey, ("document", label ?? wording.Get(Questions.AskDocuments_OtherPaper, language))),
            FileFault.SentBefore when lacksPaper => new Notice(textKey, ("document", label!), ("next", label!)),
            _ => new Notice(textKey),
        };
        var target = new OutboxTarget(conversation, document.Channel, document.CaseId);
        database.Outbox.Add(outbox.Compose(target, NoticeMessage.Of(notice, wording, language), textKey, Priority.Reply, dedupeKey: dedupe));
    }

    /// <summary>The words of a fault. LEWATI is named only where the papers are being asked for; who sent one photo for two papers hears which of them still lacks.</summary>
    private static string TextOf(FileFault fault, bool isAsked, bool lacksPaper) => fault switch
    {
        FileFault.TooBig => Questions.AskDocuments_TooBig,
        FileFault.Unclear => isAsked ? Questions.AskDocuments_Unclear : Questions.AskDocuments_UnclearLater,
        FileFault.TooSmall => isAsked ? Questions.AskDocuments_TooSmall : Questions.AskDocuments_TooSmallLater,
        FileFault.Locked => Questions.AskDocuments_Locked,
        FileFault.Active => Questions.AskDocuments_Active,
        FileFault.SentBefore when lacksPaper => isAsked ? Questions.AskDocuments_SentAgain : Questions.AskDocuments_SameTwiceLater,
        FileFault.SentBefore => Questions.AskDocuments_SameTwice,
        _ => Questions.AskDocuments_NotRead,
    };
}
