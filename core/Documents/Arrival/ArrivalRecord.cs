using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Writes down how a file arrived, and tells the resident when it has to be sent again: once per message, in the same transaction.</summary>
public sealed class ArrivalRecord(BotDbContext database, Outbox outbox, TextCatalog texts, TimeProvider clock)
{
    private static readonly string[] Notices = [Questions.AskDocuments_TooBig, Questions.AskDocuments_NotRead, Questions.AskDocuments_Unclear];

    /// <summary>True for what is told about a file beside the talk: the open question stays open.</summary>
    public static bool IsNotice(string textKey) => Notices.Contains(textKey);

    /// <summary>Takes the outcome over; false when the row no longer waits for it (erased meanwhile), so that the file must go again.</summary>
    public async Task<bool> WriteAsync(long documentId, Arrived arrived, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var document = await database.Documents.FromSql($"select * from documents where id = {documentId} for no key update").SingleOrDefaultAsync(cancellationToken);
        if (document is not { State: DocumentState.Fetching }) return false;

        var problem = arrived.Result switch
        {
            MediaFetchResult.Fetched => await StoreAsync(document, arrived, cancellationToken),
            MediaFetchResult.TooBig => End(document, DocumentState.TooBig, Questions.AskDocuments_TooBig),
            MediaFetchResult.RetryLater when FetchPace.After(document.Attempts) is { } wait => Wait(document, wait),
            _ => End(document, DocumentState.Failed, Questions.AskDocuments_NotRead),
        };
        if (problem is not null) await TellAsync(document, problem, arrived.Limit, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<string?> StoreAsync(Document document, Arrived arrived, CancellationToken cancellationToken)
    {
        var (file, stored) = (arrived.File!, arrived.Stored!);
        var came = await database.Documents.AnyAsync(
            other => other.ContentIndex == arrived.ContentIndex && other.Id != document.Id && other.State == DocumentState.Stored
                && (document.CaseId != null ? other.CaseId == document.CaseId : other.CaseId == null && other.ConversationId == document.ConversationId),
            cancellationToken);
        document.State = DocumentState.Stored;
        document.ContentType = file.ContentType;
        document.ContentIndex = arrived.ContentIndex;
        (document.StoreKey, document.WrappedKey, document.Size, document.ThumbnailKey) = (stored.StoreKey, stored.WrappedKey, stored.Size, stored.ThumbnailKey);
        document.Marks = DocumentMarks.Join(came ? file.Marks.Append(DocumentMarks.Again) : file.Marks);
        document.Source = null;
        if (!file.IsReadable) return Questions.AskDocuments_NotRead;
        return !came && (file.Marks.Contains(DocumentMarks.Unclear) || file.Marks.Contains(DocumentMarks.Small)) ? Questions.AskDocuments_Unclear : null;
    }

    private static string End(Document document, DocumentState state, string textKey)
    {
        document.State = state;
        document.Source = null;
        return textKey;
    }

    private string? Wait(Document document, TimeSpan wait)
    {
        document.NextAttemptAt = clock.GetUtcNow() + wait;
        return null;
    }

    private async Task TellAsync(Document document, string textKey, long limit, CancellationToken cancellationToken)
    {
        if (document.ConversationId is not { } conversation) return;
        var dedupe = string.Create(CultureInfo.InvariantCulture, $"arrival:{document.InboxId ?? -document.Id}:{textKey}");
        // Files of one message are brought in side by side: the second waits here and then sees what the first has told.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({dedupe}))", cancellationToken);
        if (await database.Outbox.AnyAsync(row => row.DedupeKey == dedupe, cancellationToken)) return;
        var chat = await database.Conversations.Where(row => row.Id == conversation).Select(row => new { row.Language, row.RegencyCode }).SingleAsync(cancellationToken);
        var (language, wording) = (chat.Language, texts.For(chat.RegencyCode));
        var label = await database.DocumentKinds.Where(row => row.Code == document.Kind).Select(row => row.Label).FirstOrDefaultAsync(cancellationToken);
        var notice = textKey switch
        {
            Questions.AskDocuments_TooBig => new Notice(textKey, ("limit", (limit / MediaLimits.Megabyte).ToString(CultureInfo.InvariantCulture))),
            Questions.AskDocuments_Unclear => new Notice(textKey, ("document", label ?? wording.Get(Questions.AskDocuments_OtherPaper, language))),
            _ => new Notice(textKey),
        };
        var target = new OutboxTarget(conversation, document.Channel, document.CaseId);
        database.Outbox.Add(outbox.Compose(target, NoticeMessage.Of(notice, wording, language), textKey, Priority.Reply, dedupeKey: dedupe));
    }
}
