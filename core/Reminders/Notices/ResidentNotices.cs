using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>Writes what residents read when time has passed: at most what the case's ticket, unit and day tell.</summary>
public sealed class ResidentNotices(BotDbContext database, Outbox outbox, TextCatalog texts)
{
    private readonly Dictionary<(long CaseId, long Chat), OtherChat> chats = [];
    private ILookup<(long CaseId, int ItemNumber), (string Kind, string Label)> missing =
        Array.Empty<(long, int)>().ToLookup(key => key, _ => ("", ""));

    /// <summary>Loads the chats and the awaited papers of these cases; in place of a chat that is blocked or dead, the person's other one.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Case> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Select(subject => subject.Id).ToList();
        var conversations = cases.SelectMany(subject => subject.Chats()).Distinct().ToList();
        var known = await (
            from conversation in database.Conversations.AsNoTracking()
            join address in database.Addresses on conversation.Id equals address.Id
            where conversations.Contains(conversation.Id) && address.NoticesStoppedAt == null && address.SilentSince == null
            select new { Chat = new OtherChat(conversation.Id, address.Channel, conversation.Language), IsDead = address.UnreachableAt != null })
            .ToDictionaryAsync(row => row.Chat.ConversationId, cancellationToken);
        chats.Clear();
        foreach (var subject in cases)
            foreach (var id in subject.Chats())
                if (known.TryGetValue(id, out var found) && (found.IsDead ? await OtherChat.FindAsync(database, subject, id, cancellationToken) : found.Chat) is { } chat)
                    chats[(subject.Id, id)] = chat;
        var awaited = await (
            from paper in database.AwaitedDocuments.AsNoTracking()
            where ids.Contains(paper.CaseId) && paper.DocumentId == null && paper.AskedByOfficer
            join kind in database.DocumentKinds on paper.Kind equals kind.Code into kinds
            from kind in kinds.DefaultIfEmpty()
            orderby paper.Id
            select new { paper.CaseId, paper.ItemNumber, paper.Kind, Label = kind == null ? paper.Kind : kind.Label })
            .ToListAsync(cancellationToken);
        missing = awaited.ToLookup(paper => (paper.CaseId, paper.ItemNumber), paper => (paper.Kind, paper.Label));
    }

    /// <summary>A secret case and an emergency tell nobody.</summary>
    public static bool MayTell(Case subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Secrecy != Secrecy.Secret && !subject.IsEmergency;
    }

    /// <summary>Whether a notice about this case can reach anybody now.</summary>
    public bool CanReach(Case subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return MayTell(subject) && subject.Chats().Any(id => chats.ContainsKey((subject.Id, id)));
    }

    /// <summary>The codes of the papers that a need still waits for.</summary>
    public IReadOnlyList<string> MissingPapers(ReminderSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return [.. missing[(subject.Case.Id, subject.Run.ItemNumber)].Select(paper => paper.Kind).Distinct()];
    }

    /// <summary>M25: the case is late, who has it now, and the promise of news within a working day.</summary>
    public IEnumerable<OutboxMessage> Late(ReminderSubject subject, string officer) => Rows(
        subject, Priority.Status,
        new Notice(CaseUpdates.CaseLate_ToResident, ("ticket", subject.Case.Ticket), ("officer", officer), ("date", Day(subject, 1))));

    /// <summary>M18: the papers still awaited, and the day on which the case closes without them.</summary>
    public IEnumerable<OutboxMessage> DocumentsAwaited(ReminderSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // After a stop of the service the case closes later than its plan says: the reminders that are still to come go first.
        var earliest = subject.Now.AddDays(ReminderSchedule.PaperReminderGap * subject.Run.Steps.Count(step => step.Number > subject.Row.Step));
        var closes = IndonesianFormat.Date(subject.Time.Zone.DayOf(subject.Run.Target > earliest ? subject.Run.Target : earliest));
        var papers = string.Join(", ", missing[(subject.Case.Id, subject.Run.ItemNumber)].Select(paper => paper.Label).Distinct());
        // An officer may have named a paper in own words: no formatting is read in them.
        return Rows(subject, Priority.DocumentOrVisit,
            new Notice(CaseUpdates.CaseDocumentsAwaited_ToResident, ("ticket", subject.Case.Ticket), ("date", closes)).WithPersons("documents", papers));
    }

    /// <summary>A visit is tomorrow or today: who comes, when, and how to ask for another day.</summary>
    public IEnumerable<OutboxMessage> VisitSoon(ReminderSubject subject, string officer)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var zone = subject.Time.Zone;
        return Rows(subject, Priority.DocumentOrVisit, new Notice(
            CaseUpdates.CaseVisitSoon_ToResident, ("ticket", subject.Case.Ticket), ("officer", officer), ("day", VisitDay.Of(subject, texts)),
            ("time", IndonesianFormat.Time(zone.TimeOf(subject.Run.Target), zone.Name))));
    }

    /// <summary>The agency let the legal time pass: the resident learns where else to complain.</summary>
    public IEnumerable<OutboxMessage> LegalEnd(ReminderSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Rows(subject, Priority.Status, new Notice(CaseUpdates.CaseLegalEnd_ToResident, ("ticket", subject.Case.Ticket)).WithPersons("agency", subject.Referral?.Agency ?? subject.Unit.Name));
    }

    /// <summary>M21: nothing moved for long; the case is not forgotten, and by when more will be heard. That an agency was asked is said only when it was.</summary>
    public IEnumerable<OutboxMessage> StillOpen(ReminderSubject subject) => Rows(
        subject, Priority.Status,
        subject is { Case.Status: CaseStatus.Referred, Referral: { AskedAgainAt: { } asked } outside }
        ? new Notice(CaseUpdates.CaseWaiting_ToResident, ("ticket", subject.Case.Ticket), ("date", IndonesianFormat.Date(subject.Time.Zone.DayOf(asked)))).WithPersons("agency", outside.Agency)
        : new Notice(
            CaseUpdates.CaseWaitingHere_ToResident,
            ("ticket", subject.Case.Ticket), ("unit", subject.Unit.Name), ("date", Day(subject, ReminderSchedule.HeartbeatDays))));

    /// <summary>A row to each chat of the case; in the quiet hours it waits for the morning.</summary>
    public IEnumerable<OutboxMessage> Rows(ReminderSubject subject, Priority priority, Notice notice, string? step = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(notice);
        foreach (var chat in subject.Case.Chats().Select(id => chats.GetValueOrDefault((subject.Case.Id, id))).OfType<OtherChat>().Distinct())
        {
            yield return outbox.Compose(
                new OutboxTarget(chat.ConversationId, chat.Channel, subject.Case.Id),
                NoticeMessage.Of(notice, texts.For(subject.Case.RegencyCode), chat.Language, step), notice.Key, priority,
                QuietHours.Ended(subject.Now, subject.Time.Zone), $"{subject.Key}/{chat.ConversationId}");
        }
    }

    private static string Day(ReminderSubject subject, int workingDays) =>
        IndonesianFormat.Date(subject.Time.DueAfterWorkingDays(subject.Now, workingDays));
}
