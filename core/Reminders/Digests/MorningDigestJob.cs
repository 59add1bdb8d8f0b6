using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>Tells every linked officer on working days at 08.15 what lies before him or her; once a day, and nothing when all figures are zero.</summary>
public sealed class MorningDigestJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock) : IRecurringJob
{
    /// <summary>When the list goes out, in the regency's zone (DOMAIN, section 7).</summary>
    public static readonly TimeOnly Hour = new(8, 15);

    /// <summary>Regencies whose list of a day is done, so that the tick of every other minute asks nothing.</summary>
    private readonly ConcurrentDictionary<string, DateOnly> done = new();

    /// <summary>Sends the lists that are due now; returns how many were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var regency in await ServedAsync(cancellationToken))
        {
            var time = calendars.Current.For(new Office(regency.Code));
            var (today, now) = (time.Zone.DayOf(clock.GetUtcNow()), time.Zone.TimeOf(clock.GetUtcNow()));
            if (!time.IsWorkingDay(today) || now < Hour || done.GetValueOrDefault(regency.Code) == today) continue;
            // After a stop that lasted past closing the day's list is of no use any more; tomorrow has its own.
            if (clock.GetUtcNow() < time.ClosingOf(today)) told += await TellAsync(regency.Code, time, today, cancellationToken);
            done[regency.Code] = today;
        }

        return told;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private async Task<List<Regency>> ServedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Set<Regency>().AsNoTracking()
            .Where(row => row.AreaLetters != null).OrderBy(row => row.Code).ToListAsync(cancellationToken);
    }

    private async Task<int> TellAsync(string regencyCode, WorkingTime time, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var notices = scope.ServiceProvider.GetRequiredService<OfficerNotices>();
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // One instance does a regency's list; another waits here, finds it done and has nothing left to tell.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"digest/" + regencyCode}))", cancellationToken);
        var officers = await OfficersAsync(database, regencyCode, today, cancellationToken);
        if (officers.Count == 0) return 0;

        var figures = await DigestFigures.OfUnitsAsync(database, regencyCode, today, time.Zone, cancellationToken);
        var silent = officers.Any(officer => officer.Any(role => role.Role == Role.Tksk))
            ? await DigestFigures.SubDistrictsOfSilentUnitsAsync(database, regencyCode, today, SilentSince(time, today), cancellationToken) : [];
        var names = await database.Set<SubDistrict>().AsNoTracking()
            .Where(row => row.Code.StartsWith(regencyCode + ".")).ToDictionaryAsync(row => row.Code, row => row.Name, cancellationToken);
        var told = 0;
        foreach (var roles in officers)
        {
            var notice = NoticeOf([.. roles], figures, silent, names, notices);
            if (notice is not null)
            {
                database.Add(notices.Compose(roles.First(), notice, clock.GetUtcNow(), $"digest/{today:yyyy-MM-dd}/{roles.Key}"));
                told++;
            }

            database.Add(new MorningDigest { OfficerId = roles.Key, Day = today, At = clock.GetUtcNow(), WasTold = notice is not null });
        }

        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return told;
    }

    private static DateTimeOffset SilentSince(WorkingTime time, DateOnly today)
    {
        var day = today;
        for (var left = DigestFigures.SilentWorkingDays; left > 0; left--) day = time.WorkingDayBefore(day);
        return time.OpeningOf(day);
    }

    /// <summary>The linked officers of the regency who are there today and have no list yet, each with all duties.</summary>
    private static async Task<List<IGrouping<long, ReachedOfficer>>> OfficersAsync(
        BotDbContext database, string regencyCode, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from officer in database.Users.AsNoTracking()
            where officer.RegencyCode == regencyCode && officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today)
                && !database.Set<MorningDigest>().Any(seen => seen.OfficerId == officer.Id && seen.Day == today)
            join role in database.OfficerRoles on officer.Id equals role.OfficerId
            join link in database.OfficerLinks on officer.Id equals link.OfficerId
            join address in database.Addresses on link.AddressId equals address.Id
            where address.UnreachableAt == null
            orderby officer.Id, link.LinkedAt descending
            select new ReachedOfficer(officer.Id, officer.Name, role.Role, role.AreaCode, address.Id, address.Channel)).ToListAsync(cancellationToken);
        return [.. found.GroupBy(officer => officer.OfficerId)];
    }

    /// <summary>A TKSK reads the sub-district's figures, the desk its unit's; null when there is nothing to tell.</summary>
    private static Notice? NoticeOf(
        List<ReachedOfficer> roles, IReadOnlyList<UnitFigures> figures, IReadOnlyList<string> silent, Dictionary<string, string> names, OfficerNotices notices)
    {
        if (roles.Find(role => role.Role == Role.Tksk) is { } tksk)
        {
            var here = figures.Where(unit => unit.SubDistrictCode == tksk.AreaCode).ToList();
            var quiet = silent.Count(code => code == tksk.AreaCode);
            return Notice(
                OfficerMessages.MorningDigest_ToTksk, [here.Sum(unit => unit.New), here.Sum(unit => unit.Late), here.Sum(unit => unit.Review), quiet],
                ["new", "late", "review", "silent"],
                ("officer", tksk.Name), ("subdistrict", names.GetValueOrDefault(tksk.AreaCode, tksk.AreaCode)), ("link", notices.LinkTo("papan")));
        }

        var units = roles.Where(role => role.Role is Role.FrontOffice or Role.BackOffice or Role.Fasilitator).Select(role => role.AreaCode).ToHashSet();
        var mine = figures.Where(unit => units.Contains(unit.UnitCode)).ToList();
        return Notice(
            OfficerMessages.MorningDigest_ToOfficer, [mine.Sum(unit => unit.New), mine.Sum(unit => unit.Due), mine.Sum(unit => unit.Late), mine.Sum(unit => unit.Visits)],
            ["new", "due", "late", "visits"], ("officer", roles[0].Name), ("link", notices.LinkTo("tugas")));
    }

    private static Notice? Notice(string key, int[] counts, string[] gaps, params (string Name, string Value)[] others) =>
        counts.All(count => count == 0) ? null
            : new Notice(key, [.. others, .. gaps.Zip(counts, (gap, count) => (gap, count.ToString(CultureInfo.InvariantCulture)))]);
}
