using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>Writes what residents read when time has passed: at most what the case's ticket, unit and day tell.</summary>
public sealed class ResidentNotices(BotDbContext database, Outbox outbox, TextCatalog texts)
{
    private Dictionary<long, ResidentChat> chats = [];
    private ILookup<(long CaseId, int ItemNumber), string> missing = Array.Empty<(long, int)>().ToLookup(key => key, _ => "");

    /// <summary>Loads the chats and the awaited papers of these cases.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Case> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Select(subject => subject.Id).ToList();
        var conversations = cases.Select(subject => subject.ConversationId).OfType<long>().Distinct().ToList();
        chats = await (
            from conversation in database.Conversations.AsNoTracking()
            join address in database.Addresses on conversation.Id equals address.Id
            where conversations.Contains(conversation.Id)
            select new ResidentChat(
                conversation.Id, address.Channel, conversation.Language,
                address.UnreachableAt == null && address.NoticesStoppedAt == null && address.SilentSince == null))
            .ToDictionaryAsync(chat => chat.ConversationId, cancellationToken);
        var awaited = await (
            from paper in database.AwaitedDocuments.AsNoTracking()
            where ids.Contains(paper.CaseId) && paper.DocumentId == null
            join kind in database.DocumentKinds on paper.Kind equals kind.Code into kinds
            from kind in kinds.DefaultIfEmpty()
            orderby paper.Id
            select new { paper.CaseId, paper.ItemNumber, Label = kind == null ? paper.Kind : kind.Label })
            .ToListAsync(cancellationToken);
        missing = awaited.ToLookup(paper => (paper.CaseId, paper.ItemNumber), paper => paper.Label);
    }

    /// <summary>Whether a notice about this case can reach its resident.</summary>
    public bool CanReach(Case subject) =>
        subject.ConversationId is { } id && chats.TryGetValue(id, out var chat) && chat.TakesNotices && subject.Secrecy != Secrecy.Secret;

    /// <summary>The names of the papers that a need still waits for, as they stand in a sentence.</summary>
    public string MissingPapers(ReminderSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return string.Join(", ", missing[(subject.Case.Id, subject.Run.ItemNumber)].Distinct());
    }

    /// <summary>The language of a case's chat.</summary>
    public string LanguageOf(Case subject) =>
        subject.ConversationId is { } id && chats.TryGetValue(id, out var chat) ? chat.Language : TextCatalog.Indonesian;

    /// <summary>M25: the case is late, who has it now, and the promise of news within a working day.</summary>
    public OutboxMessage Late(ReminderSubject subject, string officer)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Row(subject, CaseUpdates.CaseLate_ToResident, Priority.Status, ("officer", officer), ("date", Day(subject, 1)));
    }

    /// <summary>M18: the papers still awaited, and the day on which the case closes without them.</summary>
    public OutboxMessage DocumentsAwaited(ReminderSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var closes = IndonesianFormat.Date(subject.Time.Zone.DayOf(subject.Run.Target));
        return Row(subject, CaseUpdates.CaseDocumentsAwaited_ToResident, Priority.DocumentOrVisit, ("documents", MissingPapers(subject)), ("date", closes));
    }

    /// <summary>M21: nothing moved for long; the case is not forgotten, and by when more will be heard.</summary>
    public OutboxMessage StillOpen(ReminderSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Row(subject, CaseUpdates.CaseWaitingHere_ToResident, Priority.Status,
            ("unit", subject.Unit.Name), ("date", Day(subject, Schedule.ReminderSchedule.HeartbeatDays)));
    }

    /// <summary>A row to the chat of the case; in the quiet hours it waits for the morning.</summary>
    public OutboxMessage Row(ReminderSubject subject, string textKey, Priority priority, params ReadOnlySpan<(string Gap, string Value)> values)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var chat = chats[subject.Case.ConversationId!.Value];
        var message = NoticeText.Of(texts, textKey, chat.Language, [("ticket", subject.Case.Ticket), .. values]);
        return outbox.Compose(
            new OutboxTarget(chat.ConversationId, chat.Channel, subject.Case.Id), message, textKey, priority,
            QuietHours.Ended(subject.Now, subject.Time.Zone), $"{subject.Key}/resident");
    }

    private static string Day(ReminderSubject subject, int workingDays) =>
        IndonesianFormat.Date(subject.Time.DueAfterWorkingDays(subject.Now, workingDays));

    private sealed record ResidentChat(long ConversationId, Channel Channel, string Language, bool TakesNotices);
}
