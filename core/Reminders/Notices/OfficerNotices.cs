using System.Globalization;
using Microsoft.Extensions.Options;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>Writes what officers read about time that has passed: ticket, unit, day and a link; never a need, a name or a story.</summary>
public sealed class OfficerNotices(Outbox outbox, TextCatalog texts, IOptions<AdminAddressOptions> address)
{
    /// <summary>The outbox row of one notice to one officer; outside working time it waits for the next opening.</summary>
    public OutboxMessage AboutCase(ReminderSubject subject, ReachedOfficer officer, string textKey)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(officer);
        var zone = subject.Time.Zone;
        var notice = new Notice(
            textKey,
            ("ticket", subject.Case.Ticket),
            ("unit", subject.Unit.Name),
            ("time", IndonesianFormat.Time(zone.TimeOf(subject.Visit?.StartsAt ?? subject.Run.StartedAt), zone.Name)),
            ("day", VisitDay.Of(subject, texts)),
            ("date", IndonesianFormat.Date(zone.DayOf(
                textKey == OfficerMessages.CasePushed_ToTksk ? subject.Run.StartedAt : subject.Run.Target))),
            ("days", subject.WorkingDaysLate.ToString(CultureInfo.InvariantCulture)),
            ("link", address.Value.LinkTo(subject.Case.Ticket)));
        return Compose(officer, notice, subject.OfficersFrom, $"{subject.Key}/{textKey}/{officer.OfficerId}", NoticeOrders.For(textKey, subject.Case.Ticket));
    }

    /// <summary>One row instead of many, when more fell due at once than a person can read.</summary>
    public OutboxMessage Many(ReachedOfficer officer, int count, DateTimeOffset notBefore, string dedupeKey) => Compose(
        officer,
        new Notice(OfficerMessages.ManyReminders_ToOfficer, ("count", count.ToString(CultureInfo.InvariantCulture)), ("link", LinkTo("tugas"))),
        notBefore, dedupeKey);

    /// <summary>The address of one of the officers' pages.</summary>
    public string LinkTo(string page) => $"{address.Value.PublicBaseUrl.TrimEnd('/')}/{page}";

    /// <summary>An outbox row to an officer's linked chat.</summary>
    public OutboxMessage Compose(ReachedOfficer officer, Notice notice, DateTimeOffset notBefore, string dedupeKey, IReadOnlyList<string>? orders = null)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(notice);
        var chat = officer.ConversationId ?? throw new ArgumentException("The officer has no linked chat.", nameof(officer));
        return outbox.Compose(
            new OutboxTarget(chat, officer.Channel), NoticeOrders.Under(NoticeMessage.Of(notice, texts, TextCatalog.Indonesian), orders ?? [], officer.Channel, texts),
            notice.Key, Priority.Status, notBefore, dedupeKey);
    }
}
