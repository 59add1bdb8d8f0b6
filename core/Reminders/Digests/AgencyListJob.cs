using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>Tells the Dinsos once a week, on the first working day at 08.30, how many agencies are late with an answer (DOMAIN, section 7).</summary>
public sealed class AgencyListJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock) : IRecurringJob
{
    /// <summary>After the morning list, in the regency's zone.</summary>
    public static readonly TimeOnly Hour = new(8, 30);

    /// <summary>Referrals that are with an agency whose day has passed; S1 is in nobody's list.</summary>
    public static IQueryable<Referral> Late(BotDbContext database, string regencyCode, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Referrals.AsNoTracking().Where(row => row.AnswerDueAt < now
            && (row.State == ReferralState.Sent || row.State == ReferralState.Received || row.State == ReferralState.InProgress)
            && database.Cases.Any(about => about.Id == row.CaseId && about.RegencyCode == regencyCode && !about.IsTest && about.Secrecy != Secrecy.Secret && about.Status == CaseStatus.Referred));
    }

    /// <summary>Sends the lists that are due now; returns how many officers were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var notices = scope.ServiceProvider.GetRequiredService<OfficerNotices>();
        var told = 0;
        foreach (var code in await database.Set<Regency>().Where(row => row.AreaLetters != null).OrderBy(row => row.Code).Select(row => row.Code).ToListAsync(cancellationToken))
        {
            var time = calendars.Current.For(new Office(code));
            if (IsDue(time)) told += await TellAsync(database, notices, code, time, cancellationToken);
        }

        return told;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    /// <summary>The week's first working day, or a later one after a stop of the service.</summary>
    private bool IsDue(WorkingTime time)
    {
        var now = clock.GetUtcNow();
        return time.IsWorkingDay(time.Zone.DayOf(now)) && time.Zone.TimeOf(now) >= Hour && now < time.ClosingOf(time.Zone.DayOf(now));
    }

    private async Task<int> TellAsync(BotDbContext database, OfficerNotices notices, string regencyCode, WorkingTime time, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), time.Zone.DayOf(clock.GetUtcNow()));
        var week = string.Create(CultureInfo.InvariantCulture, $"agency-list/{ISOWeek.GetYear(today.ToDateTime(default))}-{ISOWeek.GetWeekOfYear(today.ToDateTime(default))}/");
        var officers = (await OfficersAsync(database, regencyCode, today, cancellationToken)).ToDictionary(officer => week + officer.OfficerId.ToString(CultureInfo.InvariantCulture));
        if (officers.Count == 0 || await IsToldAsync(database, officers.Keys, cancellationToken)) return 0;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // One instance tells a regency; another waits here and finds it told.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({week + regencyCode}, 0))", cancellationToken);
        if (await IsToldAsync(database, officers.Keys, cancellationToken)) return 0;
        var late = await Late(database, regencyCode, now).Select(row => row.AnswerDueAt!.Value).ToListAsync(cancellationToken);
        if (late.Count == 0) return 0;
        var notice = new Notice(
            OfficerMessages.AgencyList_ToDinsos, ("count", late.Count.ToString(CultureInfo.InvariantCulture)),
            ("days", time.WorkingDaysBetween(late.Min(), now).ToString(CultureInfo.InvariantCulture)), ("link", notices.LinkTo("rujukan")));
        foreach (var (key, officer) in officers) database.Add(notices.Compose(officer, notice, now, key));
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return officers.Count;
    }

    private static Task<bool> IsToldAsync(BotDbContext database, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        database.Outbox.AnyAsync(row => keys.Contains(row.DedupeKey!), cancellationToken);

    private static async Task<List<ReachedOfficer>> OfficersAsync(BotDbContext database, string regencyCode, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from role in database.OfficerRoles.AsNoTracking()
            where role.Role == Role.Dinsos && role.AreaCode == regencyCode
            join officer in database.Users on role.OfficerId equals officer.Id
            where officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today)
            join link in database.OfficerLinks on officer.Id equals link.OfficerId
            join address in database.Addresses on link.AddressId equals address.Id
            where address.UnreachableAt == null
            orderby officer.Id, link.LinkedAt descending
            select new ReachedOfficer(officer.Id, officer.Name, role.Role, role.AreaCode, address.Id, address.Channel)).ToListAsync(cancellationToken);
        return [.. found.DistinctBy(officer => officer.OfficerId)];
    }
}
