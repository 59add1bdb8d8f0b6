using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar;

/// <summary>Holds the calendars as the tables stand now; whoever begins a turn or a job run takes <see cref="Current"/> once and keeps to it.</summary>
public sealed class WorkCalendarBook
{
    private volatile WorkCalendars current;
    private long seenVersion = -1;

    /// <summary>Begins with the decrees that come with the product, until the tables have been read.</summary>
    public WorkCalendarBook()
        : this(new WorkCalendars([.. HolidayDecree.KnownYears.SelectMany(HolidayDecree.OfYear)], [], []))
    {
    }

    /// <summary>Begins with these calendars.</summary>
    public WorkCalendarBook(WorkCalendars calendars) => current = calendars;

    /// <summary>The calendars now; never changes under its reader.</summary>
    public WorkCalendars Current => current;

    /// <summary>Reads the tables again when somebody changed them since the last reading.</summary>
    public async Task RefreshAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var version = await database.Set<CalendarVersion>().Select(row => row.Version).SingleOrDefaultAsync(cancellationToken);
        if (version == seenVersion) return;
        current = new WorkCalendars(
            await database.Set<Holiday>().AsNoTracking().ToListAsync(cancellationToken),
            await database.Set<UnitClosure>().AsNoTracking().ToListAsync(cancellationToken),
            await database.Set<WorkHoursProfile>().AsNoTracking().ToListAsync(cancellationToken));
        seenVersion = version;
    }
}
