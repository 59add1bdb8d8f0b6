using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>Tells every linked officer at 08.15, on working days of his or her office, what lies before him or her; once a day, and nothing when all figures are zero.</summary>
public sealed class MorningDigestJob(IServiceScopeFactory scopes, WorkCalendarBook calendars, TimeProvider clock) : RegencyListJob(scopes, calendars, clock, "digest", Hour)
{
    /// <summary>When the list goes out, in the regency's zone (DOMAIN, section 7).</summary>
    public static readonly TimeOnly Hour = new(8, 15);

    /// <summary>Any day may be one: a unit can work on cuti bersama, or on Saturdays, while the regency's office is closed.</summary>
    protected override bool IsDayOf(WorkingTime regencyOffice, DateTimeOffset now) => true;

    /// <summary>The linked officers of the regency who are there today and have no list yet, each with all duties at offices that are open today.</summary>
    protected override async Task<int> TellAsync(RegencyMorning morning, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(morning);
        var (database, regencyCode, today) = (morning.Database, morning.RegencyCode, morning.Today);
        var linked = await morning.LinkedAsync(
            database.OfficerRoles.Where(role => database.Users.Any(officer => officer.Id == role.OfficerId && officer.RegencyCode == regencyCode)
                && !database.Set<MorningDigest>().Any(seen => seen.OfficerId == role.OfficerId && seen.Day == today)), cancellationToken);
        if (linked.Count == 0) return 0;
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => unit.RegencyCode == regencyCode)
            .Select(unit => new UnitCard(unit.Code, unit.Name, unit.Kind, unit.Opens, unit.Closes)).ToDictionaryAsync(unit => unit.Code, cancellationToken);
        var atWork = linked.Select(duties => duties.Where(duty => OfficeOf(morning, duty, units).HasDayLeft(morning.Now)).ToList()).Where(duties => duties.Count > 0).ToList();
        if (atWork.Count == 0) return 0;

        var words = await WordsAsync(morning, units, atWork.Exists(duties => duties.Exists(duty => duty.Role == Role.Tksk)), cancellationToken);
        var told = 0;
        foreach (var duties in atWork)
        {
            var notice = words.Of(duties);
            if (notice is not null)
            {
                // Where the office opens later than the list goes out, it waits for that.
                var opens = duties.Min(duty => OfficeOf(morning, duty, units).NextOpening(morning.Now));
                database.Add(morning.Notices.Compose(duties[0], notice, opens, $"digest/{today:yyyy-MM-dd}/{duties[0].OfficerId}"));
                told++;
            }

            database.Add(new MorningDigest { OfficerId = duties[0].OfficerId, Day = today, At = morning.Now, WasTold = notice is not null });
        }

        return told;
    }

    /// <summary>A desk keeps its unit's days; TKSK, SLRT and Dinsos those of the regency's office.</summary>
    private static WorkingTime OfficeOf(RegencyMorning morning, ReachedOfficer duty, Dictionary<string, UnitCard> units) =>
        units.TryGetValue(duty.AreaCode, out var unit) ? morning.Calendars.For(new Office(morning.RegencyCode, unit.Code, unit.Opens, unit.Closes)) : morning.Time;

    private static async Task<DigestWords> WordsAsync(RegencyMorning morning, Dictionary<string, UnitCard> units, bool withSilent, CancellationToken cancellationToken)
    {
        var (database, regencyCode, today) = (morning.Database, morning.RegencyCode, morning.Today);
        var figures = await DigestFigures.OfUnitsAsync(database, regencyCode, today, morning.Time.Zone, cancellationToken);
        var silent = withSilent ? await DigestFigures.SubDistrictsOfSilentUnitsAsync(database, regencyCode, today, SilentSince(morning.Time, today), cancellationToken) : [];
        var names = await database.Set<SubDistrict>().AsNoTracking()
            .Where(row => row.Code.StartsWith(regencyCode + ".")).ToDictionaryAsync(row => row.Code, row => row.Name, cancellationToken);
        return new(figures, silent, units, names, morning.Notices);
    }

    private static DateTimeOffset SilentSince(WorkingTime time, DateOnly today)
    {
        var day = today;
        for (var left = DigestFigures.SilentWorkingDays; left > 0; left--) day = time.WorkingDayBefore(day);
        return time.OpeningOf(day);
    }
}
