using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Cases;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>A free day or a closure that is to come or to go.</summary>
/// <param name="RegencyCode">The regency.</param>
/// <param name="Added">A free day to add.</param>
/// <param name="Closed">A closure to add.</param>
/// <param name="RemovedHoliday">A free day of the regency to take back.</param>
/// <param name="RemovedClosure">A closure to take back.</param>
public sealed record CalendarChange(string RegencyCode, Holiday? Added = null, UnitClosure? Closed = null, long? RemovedHoliday = null, long? RemovedClosure = null);

/// <summary>Reckons, before a free day is saved, which planned reminders of running clocks would move; nothing is written.</summary>
public sealed class CalendarPreview(BotDbContext database, ReminderRules rules, TimeProvider clock)
{
    /// <summary>The effect; null for a day or closure that is not there.</summary>
    public async Task<ClockEffect?> OfAsync(CalendarChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var holidays = await database.Set<Holiday>().AsNoTracking().ToListAsync(cancellationToken);
        var closures = await database.Set<UnitClosure>().AsNoTracking().ToListAsync(cancellationToken);
        var profiles = await database.Set<WorkHoursProfile>().AsNoTracking().ToListAsync(cancellationToken);
        var goneDay = holidays.Find(row => row.Id == change.RemovedHoliday && row.RegencyCode == change.RegencyCode);
        var goneClosure = closures.Find(row => row.Id == change.RemovedClosure && row.RegencyCode == change.RegencyCode);
        var first = change.Added?.Day ?? change.Closed?.FirstDay ?? goneDay?.Day ?? goneClosure?.FirstDay;
        if (first is not { } day) return null;
        var changed = new WorkCalendars(
            [.. holidays.Where(row => row != goneDay), .. change.Added is null ? [] : new[] { change.Added }],
            [.. closures.Where(row => row != goneClosure), .. change.Closed is null ? [] : new[] { change.Closed }], profiles);
        var waiting = Concerned(change.RegencyCode, change.Closed?.UnitCode ?? goneClosure?.UnitCode, IndonesianZone.OfArea(change.RegencyCode).At(day, TimeOnly.MinValue));
        var open = await waiting.Select(row => row.CaseId).Distinct().CountAsync(cancellationToken);
        var rows = await waiting.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(ClockPreview.Most).ToListAsync(cancellationToken);
        var moved = await PlannedMoves.OfAsync(
            database, rows, (units, token) => rules.CurrentAsync(database, units, token),
            (current, subject) => ((current with { Calendars = changed }).TimeOf(subject.RegencyCode, subject.UnitCode), current.LimitsOf(subject.RegencyCode, subject.Items.MinBy(item => item.Number)?.CategoryCode)),
            cancellationToken);
        var now = clock.GetUtcNow();
        return new(open, rows.Select(row => row.CaseId).Distinct().Count(), moved.Count(one => one.After <= now), moved);
    }

    /// <summary>Planned reminders from the day on: what is due before cannot move.</summary>
    private IQueryable<DueReminder> Concerned(string regencyCode, string? unitCode, DateTimeOffset from)
    {
        var since = from.ToUniversalTime();
        var cases = database.Cases.Where(row => row.RegencyCode == regencyCode && (unitCode == null || row.UnitCode == unitCode) && !row.IsTest && row.Secrecy != Secrecy.Secret);
        return database.Set<DueReminder>().AsNoTracking().Where(row => row.DoneAt == null && row.DueAt >= since && cases.Any(found => found.Id == row.CaseId));
    }
}
