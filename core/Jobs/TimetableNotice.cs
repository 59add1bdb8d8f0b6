using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Jobs;

/// <summary>Writes the timetable where the officers' page can read it.</summary>
public static class TimetableNotice
{
    /// <summary>Replaces what was written by an earlier start.</summary>
    public static async Task WriteAsync(BotDbContext database, IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // Two instances start at once: one writes, the other finds it written.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('job-timetable'))", cancellationToken);
        var known = await database.Set<ScheduledJob>().ToDictionaryAsync(row => row.Name, cancellationToken);
        foreach (var job in jobs)
        {
            if (!known.Remove(job.Name, out var row)) database.Add(row = new ScheduledJob { Name = job.Name });
            (row.Interval, row.DailyAt, row.ZoneId) = (job.Interval, job.DailyAt, job.Zone?.Id);
        }

        database.RemoveRange(known.Values);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
    }
}
