using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar.Hours;

/// <summary>A regency's weeks of Ramadan, and which of its offices work on cuti bersama; in force within half a minute, without a restart.</summary>
public sealed class SpecialHours(BotDbContext database)
{
    /// <summary>Ramadan has 29 or 30 days; the offices' hours may begin a day early. A slip of the month is caught.</summary>
    public const int LongestRamadan = 31;

    /// <summary>What is set for the regency, its units and all regencies: usual weeks first, then periods by their days.</summary>
    public Task<List<WorkHoursProfile>> ProfilesAsync(string regencyCode, DateOnly from, CancellationToken cancellationToken) =>
        database.Set<WorkHoursProfile>().AsNoTracking()
            .Where(row => (row.RegencyCode == regencyCode || row.RegencyCode == null) && (row.LastDay == null || row.LastDay >= from))
            .OrderBy(row => row.FirstDay != null).ThenBy(row => row.FirstDay).ThenBy(row => row.UnitCode != null).ThenBy(row => row.UnitCode).ToListAsync(cancellationToken);

    /// <summary>Sets the days of a Ramadan, with the hours of the regulation; false for days that are no such month or that touch another period.</summary>
    public async Task<bool> AddRamadanAsync(string regencyCode, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        if (last <= first || last.DayNumber - first.DayNumber >= LongestRamadan) return false;
        var touches = await database.Set<WorkHoursProfile>().AnyAsync(row => row.RegencyCode == regencyCode && row.UnitCode == null && row.FirstDay <= last && row.LastDay >= first, cancellationToken);
        if (touches) return false;
        database.Add(new WorkHoursProfile { RegencyCode = regencyCode, FirstDay = first, LastDay = last, Week = WeekHours.Ramadan.ToString() });
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }

    /// <summary>The days of one of the regency's periods; null for any other.</summary>
    public async Task<(DateOnly First, DateOnly Last)?> DaysOfAsync(string regencyCode, long id, CancellationToken cancellationToken) =>
        await database.Set<WorkHoursProfile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == regencyCode, cancellationToken) is { FirstDay: { } first, LastDay: { } last }
            ? (first, last) : null;

    /// <summary>Takes one of the regency's periods back; the usual week stays.</summary>
    public async Task<bool> RemovePeriodAsync(string regencyCode, long id, CancellationToken cancellationToken)
    {
        if (await database.Set<WorkHoursProfile>().SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == regencyCode && row.FirstDay != null, cancellationToken) is not { } row) return false;
        database.Remove(row);
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }

    /// <summary>Says whether an office works on cuti bersama; its hours stay as they are.</summary>
    /// <param name="regencyCode">The regency.</param>
    /// <param name="unitCode">One of its units; null for all that say nothing of their own.</param>
    /// <param name="works">Whether it works on these days.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> SetJointLeaveAsync(string regencyCode, string? unitCode, bool works, CancellationToken cancellationToken)
    {
        var row = await database.Set<WorkHoursProfile>().SingleOrDefaultAsync(known => known.RegencyCode == regencyCode && known.UnitCode == unitCode && known.FirstDay == null, cancellationToken);
        if (row is null) database.Add(row = new WorkHoursProfile { RegencyCode = regencyCode, UnitCode = unitCode, Week = "" });
        row.WorksOnJointLeave = works;
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }
}
