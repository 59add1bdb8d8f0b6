using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar.Holidays;

/// <summary>Loads the decrees that come with the product into years that have no national holiday yet.</summary>
public static class HolidaySeed
{
    /// <summary>Adds the missing years; a year that the operator has filled is left alone. Returns the years added.</summary>
    public static async Task<IReadOnlyList<int>> AddMissingYearsAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var added = new List<int>();
        foreach (var year in HolidayDecree.KnownYears)
        {
            var filled = await database.Set<Holiday>().AnyAsync(
                holiday => holiday.Kind == HolidayKind.National && holiday.Day.Year == year, cancellationToken);
            if (filled) continue;
            database.AddRange(HolidayDecree.OfYear(year));
            added.Add(year);
        }

        if (added.Count == 0) return added;
        await using var together = database.Database.CurrentTransaction is null
            ? await database.Database.BeginTransactionAsync(cancellationToken) : null;
        await database.SaveChangesAsync(cancellationToken);
        await CalendarVersion.RaiseAsync(database, cancellationToken);
        if (together is not null) await together.CommitAsync(cancellationToken);
        return added;
    }
}
