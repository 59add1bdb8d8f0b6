using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Core.Reminders;

/// <summary>Compares the rows of a case with its clocks: each running clock gets one open row for its next step, all others go.</summary>
public sealed record ReminderPlan(IReadOnlyList<DueReminder> Added, IReadOnlyList<DueReminder> Removed)
{
    /// <summary>Moves open rows whose moment changed and names the rows to add and to remove; taken rows are never touched.</summary>
    public static ReminderPlan Of(Case subject, IReadOnlyList<ClockRun> runs, IReadOnlyCollection<DueReminder> rows)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var added = new List<DueReminder>();
        var obsolete = rows.Where(row => row.DoneAt is null).ToHashSet();
        foreach (var run in runs)
        {
            var known = rows.Where(row => IsOf(row, run)).ToList();
            var taken = known.Where(row => row.DoneAt is not null).Select(row => row.Step).DefaultIfEmpty(0).Max();
            if (run.Steps.Where(step => step.Number > taken).Select(step => (DueStep?)step).FirstOrDefault() is not { } next) continue;
            if (known.Find(row => row.DoneAt is null && row.Step == next.Number) is { } open)
            {
                open.DueAt = next.DueAt;
                obsolete.Remove(open);
            }
            else
            {
                added.Add(RowFor(subject, run, next));
            }
        }

        return new(added, [.. obsolete]);
    }

    /// <summary>A row for a step of a run.</summary>
    public static DueReminder RowFor(Case subject, ClockRun run, DueStep step)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new()
        {
            Case = subject,
            ItemNumber = run.ItemNumber,
            Clock = run.Clock,
            StartedAt = run.StartedAt,
            Step = step.Number,
            DueAt = step.DueAt,
        };
    }

    /// <summary>Whether a row belongs to this run of a clock.</summary>
    public static bool IsOf(DueReminder row, ClockRun run)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(run);
        return row.Clock == run.Clock && row.ItemNumber == run.ItemNumber && row.StartedAt == run.StartedAt;
    }
}
