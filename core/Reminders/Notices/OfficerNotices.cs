using System.Globalization;
using Microsoft.Extensions.Configuration;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>Writes what officers read about cases: ticket, unit, day and a link; never a need, a name or a story.</summary>
public sealed class OfficerNotices(Outbox outbox, TextCatalog texts, IConfiguration settings)
{
    private string AdminAddress => settings["Admin:PublicBaseUrl"]?.TrimEnd('/') ?? "";

    /// <summary>The outbox row of one notice to one officer; outside working time it waits for the next opening.</summary>
    public OutboxMessage AboutCase(ReminderSubject subject, ReachedOfficer officer, string textKey)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var zone = subject.Time.Zone;
        (string Gap, string Value)[] values =
        [
            ("ticket", subject.Case.Ticket),
            ("unit", subject.Unit.Name),
            ("time", IndonesianFormat.Time(zone.TimeOf(subject.Run.StartedAt), zone.Name)),
            ("date", IndonesianFormat.Date(zone.DayOf(
                textKey == OfficerMessages.CasePushed_ToTksk ? subject.Run.StartedAt : subject.Run.Target))),
            ("days", subject.WorkingDaysLate.ToString(CultureInfo.InvariantCulture)),
            ("link", $"{AdminAddress}/kasus/{subject.Case.Ticket}"),
        ];
        return Compose(
            officer, textKey, values, subject.Time.NextOpening(subject.Now), $"{subject.Key}/{textKey}/{officer.OfficerId}", subject.Case.Id);
    }

    /// <summary>One row instead of many, when more fell due at once than a person can read.</summary>
    public OutboxMessage Many(ReachedOfficer officer, int count, DateTimeOffset notBefore, string dedupeKey) => Compose(
        officer, OfficerMessages.ManyReminders_ToOfficer,
        [("count", count.ToString(CultureInfo.InvariantCulture)), ("link", TaskList)], notBefore, dedupeKey);

    /// <summary>The address of the officer's own list.</summary>
    public string TaskList => $"{AdminAddress}/tugas";

    /// <summary>The address of the supervisor's board.</summary>
    public string Board => $"{AdminAddress}/papan";

    /// <summary>An outbox row to an officer's linked chat.</summary>
    public OutboxMessage Compose(
        ReachedOfficer officer, string textKey, (string Gap, string Value)[] values, DateTimeOffset notBefore, string dedupeKey, long? caseId = null)
    {
        ArgumentNullException.ThrowIfNull(officer);
        var conversation = officer.ConversationId ?? throw new ArgumentException("The officer has no linked chat.", nameof(officer));
        return outbox.Compose(
            new OutboxTarget(conversation, officer.Channel, caseId),
            NoticeText.Of(texts, textKey, TextCatalog.Indonesian, values),
            textKey, Priority.Status, notBefore, dedupeKey);
    }
}
