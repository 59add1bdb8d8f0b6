using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Does what the ladder says for steps that are due: notices to officers, news to the resident, the case's level and history.</summary>
public sealed class StepDeeds(BotDbContext database, OfficerNotices officers, ResidentNotices residents, TermsRunOut terms)
{
    /// <summary>Officers are nudged at most so often about one case (DOMAIN, section 7).</summary>
    public const int MostNudges = 3;

    /// <summary>More notices than this for one officer in one tick become a single one.</summary>
    public const int MostAtOnce = 3;

    /// <summary>Takes all these steps; their rows get their outcome, the notices go into the outbox.</summary>
    public async Task DoAsync(IReadOnlyList<ReminderSubject> due, ILookup<long, DueReminder> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (due.Count == 0) return;
        var cases = due.Select(subject => subject.Case).Distinct().ToList();
        var today = due[0].Time.Zone.DayOf(due[0].Now);
        var reach = await StepAudience.LoadAsync(database, cases, due.Select(subject => subject.Visit?.FasilitatorId).OfType<long>(), today, cancellationToken);
        await residents.LoadAsync(cases, cancellationToken);

        var notices = new List<(ReminderSubject Subject, ReachedOfficer Officer, string TextKey)>();
        foreach (var subject in due)
        {
            var step = ReminderLadder.Of(subject.Run.Clock, subject.Row.Step);
            subject.Row.Take(subject.Now, OfficersOf(subject, step, rows[subject.Case.Id], reach, notices));
            await TellResidentAsync(subject, step, reach, cancellationToken);
            if (subject is { Run.Clock: ClockKind.Visit, Row.Step: > VisitClock.LastReminder }) await terms.VisitMissedAsync(subject, cancellationToken);
            Note(subject, step);
        }

        Write(notices);
    }

    private static ReminderOutcome OfficersOf(
        ReminderSubject subject, LadderStep step, IEnumerable<DueReminder> rows, StepAudience reach,
        List<(ReminderSubject Subject, ReachedOfficer Officer, string TextKey)> notices)
    {
        if (step.Tells.Count == 0) return ReminderOutcome.Sent;
        if (step.Level == 0 && rows.Count(IsNudge) >= MostNudges) return ReminderOutcome.EnoughReminders;
        var told = notices.Count;
        foreach (var (to, textKey) in step.Tells)
            foreach (var officer in to == Audience.Visitor ? reach.VisitorOrDesk(subject.Case, subject.Unit.Kind, subject.Visit) : reach.LinkedOrAbove(subject.Case, subject.Unit.Kind, to))
                notices.Add((subject, officer, textKey));
        return notices.Count > told ? ReminderOutcome.Sent : ReminderOutcome.NobodyLinked;
    }

    private static bool IsNudge(DueReminder row) =>
        row.Outcome is ReminderOutcome.Sent or ReminderOutcome.InDigest
        && ReminderLadder.Of(row.Clock, row.Step).Tells.Any(tell => tell.To == Audience.Desk);

    private async Task TellResidentAsync(ReminderSubject subject, LadderStep step, StepAudience reach, CancellationToken cancellationToken)
    {
        if (step.Resident == ResidentPart.CloseWithoutDocuments) await terms.CloseWithoutDocumentsAsync(subject, cancellationToken);
        else if (step.Resident == ResidentPart.ConfirmBySilence) await terms.ConfirmBySilenceAsync(subject, cancellationToken);
        else if (step.Resident != ResidentPart.None && residents.CanReach(subject.Case))
        {
            database.AddRange(step.Resident switch
            {
                ResidentPart.Late => residents.Late(subject, WhoHasIt(subject, reach)),
                ResidentPart.DocumentsAwaited => residents.DocumentsAwaited(subject),
                ResidentPart.AskSettled => await terms.AskSettledAsync(subject, cancellationToken),
                ResidentPart.VisitSoon => residents.VisitSoon(subject, reach.NameOf(subject.Visit?.FasilitatorId) ?? subject.Unit.Name),
                ResidentPart.LegalEnd => residents.LegalEnd(subject),
                _ => residents.StillOpen(subject),
            });
            subject.Case.LastToldAt = subject.Now;
        }
        else if (step.Resident != ResidentPart.None && step.Tells.Count == 0)
            subject.Row.Outcome = ReminderOutcome.ResidentAway;
    }

    /// <summary>Who answers for a late case: the TKSK of the sub-district, else the unit.</summary>
    private static string WhoHasIt(ReminderSubject subject, StepAudience reach) =>
        subject.Unit.Kind is not (UnitKind.Dinsos or UnitKind.Slrt) && reach.Of(subject.Case, subject.Unit.Kind, Audience.Tksk) is [var tksk, ..]
            ? $"{tksk.Name} (TKSK)" : subject.Unit.Name;

    private void Note(ReminderSubject subject, LadderStep step)
    {
        subject.Case.EscalationLevel = Math.Max(subject.Case.EscalationLevel, step.Level);
        database.Add(new CaseEvent
        {
            CaseId = subject.Case.Id,
            ItemNumber = subject.Run.ItemNumber == 0 ? null : subject.Run.ItemNumber,
            At = subject.Now,
            Kind = step.Level > 0 ? CaseEventKind.Escalated : CaseEventKind.Reminded,
            ActorRole = Actor.System.RoleCode,
            Details = new ReminderDetails(step.Level, subject.Row.Outcome ?? ReminderOutcome.Sent).ToJson(),
        });
    }

    private void Write(List<(ReminderSubject Subject, ReachedOfficer Officer, string TextKey)> notices)
    {
        foreach (var mine in notices.GroupBy(notice => notice.Officer.OfficerId))
        {
            if (mine.Count() <= MostAtOnce)
            {
                foreach (var (subject, officer, textKey) in mine) database.Add(officers.AboutCase(subject, officer, textKey));
                continue;
            }

            foreach (var (subject, _, _) in mine) subject.Row.Outcome = ReminderOutcome.InDigest;
            var first = mine.First();
            database.Add(officers.Many(
                first.Officer, mine.Count(), first.Subject.Time.NextOpening(first.Subject.Now), $"{first.Subject.Key}/many/{mine.Key}"));
        }
    }
}
