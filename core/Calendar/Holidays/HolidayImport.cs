using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar.Holidays;

/// <summary>What a holiday table changes against the days that are there.</summary>
/// <param name="Years">The years that the table is for.</param>
/// <param name="Added">Days that were not there.</param>
/// <param name="Changed">Days with another kind or name.</param>
/// <param name="Removed">Days that the table no longer has.</param>
/// <param name="Unchanged">Days that stay as they are.</param>
/// <param name="From">The first day that is not as before; null when nothing changes.</param>
public sealed record HolidayDifference(IReadOnlyList<int> Years, int Added, int Changed, int Removed, int Unchanged, DateOnly? From);

/// <summary>Brings a year's decree, or a regency's own days of a year, into the database: the years of the table become what it says, all or nothing.</summary>
public sealed class HolidayImport(BotDbContext database)
{
    /// <summary>Why this table cannot be the nation's or a regency's; null when it can.</summary>
    public static string? Objection(IReadOnlyCollection<Holiday> table, string? regencyCode)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Count == 0) return "The table has no days.";
        foreach (var day in table)
        {
            if (regencyCode is null && day.Kind == HolidayKind.Local) return $"{day.Day:yyyy-MM-dd}: a local day belongs to a regency; name it with --area.";
            if (regencyCode is not null && day.Kind != HolidayKind.Local) return $"{day.Day:yyyy-MM-dd}: a regency has local days only.";
        }

        return null;
    }

    /// <summary>What would change; nothing is written.</summary>
    public async Task<HolidayDifference> CompareAsync(IReadOnlyCollection<Holiday> table, string? regencyCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var known = (await KnownAsync(table, regencyCode, cancellationToken)).ToDictionary(day => day.Day);
        var added = table.Where(day => !known.ContainsKey(day.Day)).ToList();
        var changed = table.Where(day => known.TryGetValue(day.Day, out var before) && !IsSame(before, day)).ToList();
        var removed = known.Values.ExceptBy(table.Select(day => day.Day), day => day.Day).ToList();
        var different = added.Concat(changed).Concat(removed).Select(day => (DateOnly?)day.Day).Min();
        return new(YearsOf(table), added.Count, changed.Count, removed.Count, table.Count - added.Count - changed.Count, different);
    }

    /// <summary>Writes the table, in the caller's transaction when there is one.</summary>
    public async Task<bool> SaveAsync(IReadOnlyCollection<Holiday> table, string? regencyCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var same = table.ToDictionary(day => day.Day);
        var gone = (await KnownAsync(table, regencyCode, cancellationToken)).Where(day => !(same.TryGetValue(day.Day, out var now) && IsSame(day, now))).Select(day => day.Id).ToList();
        await database.Set<Holiday>().Where(day => gone.Contains(day.Id)).ExecuteDeleteAsync(cancellationToken);
        var kept = (await KnownAsync(table, regencyCode, cancellationToken)).Select(day => day.Day).ToHashSet();
        database.AddRange(table.Where(day => !kept.Contains(day.Day)));
        return await CalendarVersion.SaveAsync(database, cancellationToken);
    }

    private Task<List<Holiday>> KnownAsync(IReadOnlyCollection<Holiday> table, string? regencyCode, CancellationToken cancellationToken)
    {
        var years = YearsOf(table);
        return database.Set<Holiday>().AsNoTracking().Where(day => day.RegencyCode == regencyCode && years.Contains(day.Day.Year)).ToListAsync(cancellationToken);
    }

    private static List<int> YearsOf(IEnumerable<Holiday> table) => [.. table.Select(day => day.Day.Year).Distinct().Order()];

    private static bool IsSame(Holiday one, Holiday other) => one.Kind == other.Kind && one.Name == other.Name;
}
