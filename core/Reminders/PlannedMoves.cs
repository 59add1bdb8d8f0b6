using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Reckons where planned reminders would stand by other rules; nothing is written.</summary>
internal static class PlannedMoves
{
    /// <summary>The reminders among <paramref name="rows"/> that would move, the next due first.</summary>
    public static async Task<IReadOnlyList<MovedReminder>> OfAsync(
        BotDbContext database, List<DueReminder> rows, Func<IEnumerable<string>, CancellationToken, Task<ReminderRuleSet>> rules, Func<ReminderRuleSet, Case, (WorkingTime Time, ClockLimits Limits)> changed, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.CaseId).Distinct().ToList();
        var cases = await database.Cases.AsNoTracking().Where(row => ids.Contains(row.Id)).Include(row => row.Items).ToListAsync(cancellationToken);
        var all = (await database.Set<DueReminder>().AsNoTracking().Where(row => ids.Contains(row.CaseId)).ToListAsync(cancellationToken)).ToLookup(row => row.CaseId);
        var current = await rules(cases.Select(row => row.UnitCode).Distinct(), cancellationToken);
        var timelines = await CaseTimelines.LoadAsync(database, cases, cancellationToken);
        var moved = new List<MovedReminder>();
        foreach (var subject in cases)
        {
            var (time, limits) = changed(current, subject);
            var runs = ReminderSchedule.RunsOf(timelines.Of(subject, all[subject.Id]), time, limits);
            foreach (var row in rows.Where(row => row.CaseId == subject.Id))
                if (runs.FirstOrDefault(run => ReminderPlan.IsOf(row, run))?.Steps.FirstOrDefault(step => step.Number == row.Step) is { Number: > 0 } step && step.DueAt != row.DueAt)
                    moved.Add(new(subject.Ticket, subject.UnitCode, row.DueAt, step.DueAt));
        }

        return [.. moved.OrderBy(one => one.Before)];
    }
}
