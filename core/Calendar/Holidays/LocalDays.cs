using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar.Holidays;

/// <summary>A regency's own free days and the days on which single units are closed; in force within half a minute, without a restart.</summary>
public sealed class LocalDays(BotDbContext database)
{
    /// <summary>The regency's own days and the nation's, from a day on.</summary>
    public Task<List<Holiday>> HolidaysAsync(string regencyCode, DateOnly from, CancellationToken cancellationToken) =>
        database.Set<Holiday>().AsNoTracking().Where(row => (row.RegencyCode == regencyCode || row.RegencyCode == null) && row.Day >= from).OrderBy(row => row.Day).ToListAsync(cancellationToken);

    /// <summary>The years whose national table is filled.</summary>
    public Task<HashSet<int>> YearsAsync(CancellationToken cancellationToken) =>
        database.Set<Holiday>().Where(row => row.Kind == HolidayKind.National).Select(row => row.Day.Year).Distinct().ToHashSetAsync(cancellationToken);

    /// <summary>Closures of the regency's units that are not over.</summary>
    public Task<List<UnitClosure>> ClosuresAsync(string regencyCode, DateOnly from, CancellationToken cancellationToken) =>
        database.Set<UnitClosure>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && row.LastDay >= from).OrderBy(row => row.FirstDay).ThenBy(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>Adds a free day of the regency; false when there is one already.</summary>
    public async Task<bool> AddHolidayAsync(string regencyCode, DateOnly day, string name, CancellationToken cancellationToken)
    {
        if (await database.Set<Holiday>().AnyAsync(row => row.RegencyCode == regencyCode && row.Day == day, cancellationToken)) return false;
        database.Add(new Holiday { Day = day, Kind = HolidayKind.Local, RegencyCode = regencyCode, Name = name });
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }

    /// <summary>Closes a unit for some days; the caller has checked whose unit it is. False when the days make no period.</summary>
    public async Task<bool> CloseAsync(UnitClosure closure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closure);
        if (closure.LastDay < closure.FirstDay || closure.LastDay.DayNumber - closure.FirstDay.DayNumber >= UnitClosure.MaxDays) return false;
        database.Add(closure);
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }

    /// <summary>Takes one of the regency's own days back; the decree's days stay.</summary>
    public async Task<bool> RemoveHolidayAsync(string regencyCode, long id, CancellationToken cancellationToken) =>
        await RemovedAsync(await database.Set<Holiday>().SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == regencyCode, cancellationToken), cancellationToken);

    /// <summary>Takes a closure back.</summary>
    public async Task<bool> ReopenAsync(string regencyCode, long id, CancellationToken cancellationToken) =>
        await RemovedAsync(await database.Set<UnitClosure>().SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == regencyCode, cancellationToken), cancellationToken);

    private async Task<bool> RemovedAsync(object? row, CancellationToken cancellationToken)
    {
        if (row is null) return false;
        database.Remove(row);
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }
}
