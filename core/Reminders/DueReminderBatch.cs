using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Takes the steps that are due for a number of cases in one transaction: what is told, what is noted and what comes next.</summary>
public sealed class DueReminderBatch(
    BotDbContext database, ReminderRules rules, StepDeeds deeds, TimeProvider clock)
{
    /// <summary>Takes what is due now for at most so many steps, or for one case alone; returns the number of cases worked on.</summary>
    public async Task<int> TakeAsync(int mostSteps, long? onlyCase, CancellationToken cancellationToken)
    {
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = CaseTimelines.Stored(clock.GetUtcNow());
        var cases = await ClaimAsync(now, mostSteps, onlyCase, cancellationToken);
        if (cases.Count == 0) return 0;

        var ids = cases.Select(subject => subject.Id).ToList();
        var rows = (await database.Set<DueReminder>().Where(row => ids.Contains(row.CaseId)).ToListAsync(cancellationToken)).ToLookup(row => row.CaseId);
        var current = await rules.CurrentAsync(database, cases.Select(subject => subject.UnitCode).Distinct(), cancellationToken);
        var timelines = await CaseTimelines.LoadAsync(database, cases, cancellationToken);
        var due = new List<ReminderSubject>();
        foreach (var subject in cases)
            due.AddRange(DueStepsOf(subject, [.. rows[subject.Id]], timelines, current, now));

        await deeds.DoAsync(due, rows, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return cases.Count;
    }

    /// <summary>The cases with the steps that have been due longest.</summary>
    public async Task<IReadOnlyList<long>> DueCasesAsync(int mostSteps, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = await database.Set<DueReminder>().Where(row => row.DoneAt == null && row.DueAt <= now)
            .OrderBy(row => row.DueAt).Take(mostSteps).Select(row => row.CaseId).ToListAsync(cancellationToken);
        return [.. ids.Distinct()];
    }

    /// <summary>Puts off the open steps of a case whose steps could not be taken, so that it holds up nobody else's.</summary>
    public Task PutOffAsync(long caseId, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.Set<DueReminder>().Where(row => row.CaseId == caseId && row.DoneAt == null && row.DueAt < until)
            .ExecuteUpdateAsync(row => row.SetProperty(open => open.DueAt, until), cancellationToken);

    /// <summary>
    /// Locks the cases that have due steps, each by one instance only; locked elsewhere means being worked on, by an
    /// officer or another instance, and is left for the next tick. The case is locked before its rows, as by everybody.
    /// </summary>
    private async Task<List<Case>> ClaimAsync(DateTimeOffset now, int mostSteps, long? onlyCase, CancellationToken cancellationToken)
    {
        var ids = await database.Database.SqlQuery<long>(
            $"""
            select id as "Value" from cases
            where id in (
                select case_id from due_reminders
                where done_at is null and due_at <= {now} and ({onlyCase}::bigint is null or case_id = {onlyCase})
                order by due_at limit {mostSteps})
            order by id for no key update skip locked
            """).ToListAsync(cancellationToken);
        return await database.Cases.Where(row => ids.Contains(row.Id)).Include(row => row.Items).OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    private IEnumerable<ReminderSubject> DueStepsOf(
        Case subject, IReadOnlyCollection<DueReminder> rows, CaseTimelines timelines, ReminderRuleSet current, DateTimeOffset now)
    {
        var runs = ReminderUpkeep.RunsOf(subject, timelines, rows, current);
        var unit = current.UnitOf(subject.UnitCode);
        foreach (var row in rows.Where(row => row.DoneAt is null && row.DueAt <= now).OrderBy(row => row.DueAt))
        {
            var run = runs.FirstOrDefault(run => ReminderPlan.IsOf(row, run));
            var last = run is null ? default : StepOf(run, row, now);
            if (run is null || last.Number < row.Step)
            {
                // The calendar or a limit has changed since it was planned: saving plans it anew.
                database.Entry(row).Property(open => open.DueAt).IsModified = true;
                continue;
            }

            yield return new(subject, unit, current.TimeOf(subject.RegencyCode, subject.UnitCode), run, RowOf(last, row, run, now), now)
            {
                Visit = run.Clock == ClockKind.Visit ? timelines.VisitOf(subject) : null,
                Referral = timelines.ReferralsOf(subject).FirstOrDefault(referral => run.ItemNumber == 0 || referral.ItemNumber == 0 || referral.ItemNumber == run.ItemNumber),
            };
        }
    }

    /// <summary>The latest step that is due; of awaited papers the next one, because each reminder counts before the case may close.</summary>
    private static DueStep StepOf(ClockRun run, DueReminder row, DateTimeOffset now) => run.Clock == ClockKind.Documents
        ? run.Steps.FirstOrDefault(step => step.Number >= row.Step && step.DueAt <= now) : run.Steps.LastOrDefault(step => step.DueAt <= now);

    /// <summary>The row of the latest step that is due; an earlier one that was still open is passed over: late cases go up, not louder.</summary>
    private DueReminder RowOf(DueStep last, DueReminder open, ClockRun run, DateTimeOffset now)
    {
        if (last.Number == open.Step) return open;
        open.Take(now, ReminderOutcome.Superseded);
        database.Add(new CaseEvent
        {
            CaseId = open.CaseId,
            ItemNumber = open.ItemNumber == 0 ? null : open.ItemNumber,
            At = now,
            Kind = CaseEventKind.Reminded,
            ActorRole = Actor.System.RoleCode,
            Details = new ReminderDetails(0, ReminderOutcome.Superseded).ToJson(),
        });
        var row = ReminderPlan.RowFor(open.Case, run, last);
        database.Add(row);
        return row;
    }
}
