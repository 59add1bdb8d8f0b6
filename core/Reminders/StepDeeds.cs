using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Does what the ladder says for steps that are due: notices to officers, news to the resident, the case's level and history.</summary>
public sealed class StepDeeds(BotDbContext database, NoticeBundles bundles, ResidentNotices residents, TermsRunOut terms)
{
    /// <summary>Officers are nudged at most so often about one case (DOMAIN, section 7).</summary>
    public const int MostNudges = 3;

    /// <summary>Takes all these steps; their rows get their outcome, the notices go into the outbox.</summary>
    public async Task DoAsync(IReadOnlyList<ReminderSubject> due, ILookup<long, DueReminder> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (due.Count == 0) return;
        var cases = due.Select(subject => subject.Case).Distinct().ToList();
        var today = due[0].Time.Zone.DayOf(due[0].Now);
        var reach = await StepAudience.LoadAsync(database, cases, due.Select(subject => subject.Visit?.FasilitatorId).OfType<long>(), today, cancellationToken);
        await residents.LoadAsync(cases, cancellationToken);

        var notices = new List<StepNotice>();
        // What goes furthest up is told first: an officer reads of a case once at a time.
        var inOrder = due.OrderBy(subject => subject.Case.Id).ThenByDescending(subject => ReminderLadder.Of(subject.Run.Clock, subject.Row.Step).Level)
            .ThenBy(subject => subject.Run.Clock).ThenBy(subject => subject.Run.ItemNumber);
        foreach (var subject in inOrder)
        {
            var step = ReminderLadder.Of(subject.Run.Clock, subject.Row.Step);
            subject.Row.Take(subject.Now, OfficersOf(subject, step, rows[subject.Case.Id], reach, notices));
            await TellResidentAsync(subject, step, reach, cancellationToken);
            if (subject is { Run.Clock: ClockKind.Visit, Row.Step: > VisitClock.LastReminder }) await terms.VisitMissedAsync(subject, cancellationToken);
        }

        await bundles.WriteAsync(notices, cancellationToken);
        foreach (var subject in due) Note(subject, ReminderLadder.Of(subject.Run.Clock, subject.Row.Step));
    }

    private static ReminderOutcome OfficersOf(
        ReminderSubject subject, LadderStep step, IEnumerable<DueReminder> rows, StepAudience reach, List<StepNotice> notices)
    {
        if (step.Tells.Count == 0) return ReminderOutcome.Sent;
        if (IsNudge(step) && rows.Count(IsNudge) >= MostNudges) return ReminderOutcome.EnoughReminders;
        var reached = step.Tells.SelectMany(tell => Reached(subject, tell.To, reach).Select(officer => (tell.To, Notice: new StepNotice(subject, officer, tell.TextKey)))).ToList();
        if (reached.Count == 0) return ReminderOutcome.NobodyLinked;
        var reading = reached.Select(told => told.Notice.Officer.OfficerId).Where(officer => ReadsNow(subject, officer, rows, notices)).ToHashSet();
        reached.RemoveAll(told => reading.Contains(told.Notice.Officer.OfficerId));
        notices.AddRange(reached.Select(told => told.Notice));
        // Whoever visits is told at that minute; all others at the next opening.
        subject.Row.ToldOfficers = [.. reached.Where(told => told.To != Audience.Visitor).Select(told => told.Notice.Officer.OfficerId).Distinct()];
        return reached.Count > 0 ? ReminderOutcome.Sent : ReminderOutcome.ToldAlready;
    }

    private static IReadOnlyList<ReachedOfficer> Reached(ReminderSubject subject, Audience to, StepAudience reach) =>
        to == Audience.Visitor ? reach.VisitorOrDesk(subject.Case, subject.Unit.Kind, subject.Visit) : reach.LinkedOrAbove(subject.Case, subject.Unit.Kind, to);

    /// <summary>
    /// Whether another notice about this case reaches the officer at the same time: one of this tick, or one that was written after the
    /// office had closed and goes out when it opens.
    /// </summary>
    private static bool ReadsNow(ReminderSubject subject, long officer, IEnumerable<DueReminder> rows, List<StepNotice> notices)
    {
        bool IsNow(DateTimeOffset at) => (at - subject.OfficersFrom).Duration() < NoticeBundles.Together;
        return notices.Any(notice => notice.Subject.Case == subject.Case && notice.Officer.OfficerId == officer && IsNow(notice.Subject.OfficersFrom))
            || rows.Any(row => row is { DoneAt: { } at, ToldOfficers: { } told } && told.Contains(officer) && IsNow(subject.Time.NextOpening(at)));
    }

    private static bool IsNudge(DueReminder row) =>
        row.Outcome is ReminderOutcome.Sent or ReminderOutcome.InDigest
        && IsNudge(ReminderLadder.Of(row.Clock, row.Step));

    /// <summary>Only the desk is nudged: who visits, reviews or answers for the unit is told each time.</summary>
    private static bool IsNudge(LadderStep step) => step.Tells.Any(tell => tell.To == Audience.Desk);

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
        {
            subject.Row.Outcome = ReminderOutcome.ResidentAway;
            // Who is away today may be back at the next beat; whom nobody may write to never is.
            if (subject.Run.Clock == ClockKind.Heartbeat && ResidentNotices.MayTell(subject.Case)) subject.Case.LastToldAt = subject.Now;
        }
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
}
