using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Jobs;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>A list for a regency's officers at an hour of its working days: told by one instance, and of no use after closing.</summary>
public abstract class RegencyListJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock, string name, TimeOnly hour) : IRecurringJob
{
    /// <summary>Regencies whose list of a day is done, so that the tick of every other minute asks nothing.</summary>
    private readonly ConcurrentDictionary<string, DateOnly> done = new();

    /// <summary>Sends the lists that are due now; returns how many officers were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var code in await ServedAsync(cancellationToken))
        {
            var (time, now) = (calendars.Current.For(new Office(code)), clock.GetUtcNow());
            var today = time.Zone.DayOf(now);
            if (!time.IsWorkingDay(today) || time.Zone.TimeOf(now) < hour || done.GetValueOrDefault(code) == today) continue;
            // After a stop that lasted past closing the day's list is of no use any more; the next day has its own.
            if (now < time.ClosingOf(today)) told += await LockedAsync(code, time, now, cancellationToken);
            done[code] = today;
        }

        return told;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    /// <summary>Puts a regency's notices into the context; who was told already is left out. Returns how many officers are told.</summary>
    protected abstract Task<int> TellAsync(RegencyMorning morning, CancellationToken cancellationToken);

    private async Task<List<string>> ServedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Set<Regency>().AsNoTracking()
            .Where(row => row.AreaLetters != null).OrderBy(row => row.Code).Select(row => row.Code).ToListAsync(cancellationToken);
    }

    private async Task<int> LockedAsync(string regencyCode, WorkingTime time, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var morning = new RegencyMorning(database, scope.ServiceProvider.GetRequiredService<OfficerNotices>(), regencyCode, time, now);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // One instance does a regency's list; another waits here, finds it done and has nothing left to tell.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{name}/{regencyCode}"}, 0))", cancellationToken);
        var told = await TellAsync(morning, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return told;
    }
}
