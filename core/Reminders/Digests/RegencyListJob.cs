using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Jobs;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>A list for a regency's officers at an hour of a day: told by one instance, and of no use after closing.</summary>
public abstract class RegencyListJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock, string name, TimeOnly hour) : IRecurringJob
{
    /// <summary>Regencies whose list of a day is done, so that the tick of every other minute asks nothing; with other calendars it is asked once more.</summary>
    private readonly ConcurrentDictionary<string, (DateOnly Day, WorkCalendars Calendars)> done = new();

    /// <summary>Sends the lists that are due now; returns how many officers were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var code in await ServedAsync(cancellationToken))
        {
            var (current, now) = (calendars.Current, clock.GetUtcNow());
            var office = current.For(new Office(code));
            var today = office.Zone.DayOf(now);
            if (office.Zone.TimeOf(now) < hour || done.GetValueOrDefault(code) == (today, current)) continue;
            if (IsDayOf(office, now)) told += await LockedAsync(code, current, now, cancellationToken);
            done[code] = (today, current);
        }

        return told;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    /// <summary>Whether this is a day of the list. After a stop that lasted past closing it is of no use any more; the next day has its own.</summary>
    protected virtual bool IsDayOf(WorkingTime regencyOffice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(regencyOffice);
        return regencyOffice.HasDayLeft(now);
    }

    /// <summary>Puts a regency's notices into the context; who was told already is left out. Returns how many officers are told.</summary>
    protected abstract Task<int> TellAsync(RegencyMorning morning, CancellationToken cancellationToken);

    private async Task<List<string>> ServedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Set<Regency>().AsNoTracking()
            .Where(row => row.AreaLetters != null).OrderBy(row => row.Code).Select(row => row.Code).ToListAsync(cancellationToken);
    }

    private async Task<int> LockedAsync(string regencyCode, WorkCalendars current, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var morning = new RegencyMorning(database, scope.ServiceProvider.GetRequiredService<OfficerNotices>(), regencyCode, current, now);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // One instance does a regency's list; another waits here, finds it done and has nothing left to tell.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{name}/{regencyCode}"}, 0))", cancellationToken);
        var told = await TellAsync(morning, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return told;
    }
}
