using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>Tells the Dinsos once a week, on the first working day at 08.30, how many agencies are late with an answer (DOMAIN, section 7).</summary>
public sealed class AgencyListJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock) : RegencyListJob(scopes, calendars, clock, "agency-list", Hour)
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

    /// <summary>Once a week: on its first working day, or on a later one after a stop of the service.</summary>
    protected override async Task<int> TellAsync(RegencyMorning morning, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(morning);
        var (database, notices, day) = (morning.Database, morning.Notices, morning.Today.ToDateTime(default));
        var week = string.Create(CultureInfo.InvariantCulture, $"agency-list/{ISOWeek.GetYear(day)}-{ISOWeek.GetWeekOfYear(day)}/");
        var officers = (await morning.LinkedAsync(database.OfficerRoles.Where(role => role.Role == Role.Dinsos && role.AreaCode == morning.RegencyCode), cancellationToken))
            .ToDictionary(officer => week + officer.Key.ToString(CultureInfo.InvariantCulture), officer => officer.First());
        if (officers.Count == 0 || await database.Outbox.AnyAsync(row => officers.Keys.Contains(row.DedupeKey!), cancellationToken)) return 0;
        var late = await Late(database, morning.RegencyCode, morning.Now).Select(row => row.AnswerDueAt!.Value).ToListAsync(cancellationToken);
        if (late.Count == 0) return 0;
        var notice = new Notice(
            OfficerMessages.AgencyList_ToDinsos, ("count", late.Count.ToString(CultureInfo.InvariantCulture)),
            ("days", morning.Time.WorkingDaysBetween(late.Min(), morning.Now).ToString(CultureInfo.InvariantCulture)), ("link", notices.LinkTo("rujukan")));
        foreach (var (key, officer) in officers) database.Add(notices.Compose(officer, notice, morning.Now, key));
        return officers.Count;
    }
}
