using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>Tells every linked officer on working days at 08.15 what lies before him or her; once a day, and nothing when all figures are zero.</summary>
public sealed class MorningDigestJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock) : RegencyListJob(scopes, calendars, clock, "digest", Hour)
{
    /// <summary>When the list goes out, in the regency's zone (DOMAIN, section 7).</summary>
    public static readonly TimeOnly Hour = new(8, 15);

    /// <summary>The linked officers of the regency who are there today and have no list yet, each with all duties.</summary>
    protected override async Task<int> TellAsync(RegencyMorning morning, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(morning);
        var (database, regencyCode, today) = (morning.Database, morning.RegencyCode, morning.Today);
        var officers = await morning.LinkedAsync(
            database.OfficerRoles.Where(role => database.Users.Any(officer => officer.Id == role.OfficerId && officer.RegencyCode == regencyCode)
                && !database.Set<MorningDigest>().Any(seen => seen.OfficerId == role.OfficerId && seen.Day == today)), cancellationToken);
        if (officers.Count == 0) return 0;

        var figures = await DigestFigures.OfUnitsAsync(database, regencyCode, today, morning.Time.Zone, cancellationToken);
        var silent = officers.Any(officer => officer.Any(role => role.Role == Role.Tksk))
            ? await DigestFigures.SubDistrictsOfSilentUnitsAsync(database, regencyCode, today, SilentSince(morning.Time, today), cancellationToken) : [];
        var names = await database.Set<SubDistrict>().AsNoTracking()
            .Where(row => row.Code.StartsWith(regencyCode + ".")).ToDictionaryAsync(row => row.Code, row => row.Name, cancellationToken);
        var told = 0;
        foreach (var roles in officers)
        {
            var notice = NoticeOf([.. roles], figures, silent, names, morning.Notices);
            if (notice is not null)
            {
                database.Add(morning.Notices.Compose(roles.First(), notice, morning.Now, $"digest/{today:yyyy-MM-dd}/{roles.Key}"));
                told++;
            }

            database.Add(new MorningDigest { OfficerId = roles.Key, Day = today, At = morning.Now, WasTold = notice is not null });
        }

        return told;
    }

    private static DateTimeOffset SilentSince(WorkingTime time, DateOnly today)
    {
        var day = today;
        for (var left = DigestFigures.SilentWorkingDays; left > 0; left--) day = time.WorkingDayBefore(day);
        return time.OpeningOf(day);
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
