using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>One regency at the hour of a list.</summary>
/// <param name="Database">In a transaction that no other instance's list of this regency shares.</param>
/// <param name="Notices">Writes what officers read.</param>
/// <param name="RegencyCode">The regency.</param>
/// <param name="Calendars">The calendars of its offices.</param>
/// <param name="Now">The moment of the list.</param>
public sealed record RegencyMorning(BotDbContext Database, OfficerNotices Notices, string RegencyCode, WorkCalendars Calendars, DateTimeOffset Now)
{
    /// <summary>The working time of the regency's own office.</summary>
    public WorkingTime Time => Calendars.For(new Office(RegencyCode));

    /// <summary>The day, in the regency's zone.</summary>
    public DateOnly Today => Time.Zone.DayOf(Now);

    /// <summary>Who of these is not absent today and can be reached in a linked chat, with each of these duties; the chat linked last stands first.</summary>
    public async Task<List<IGrouping<long, ReachedOfficer>>> LinkedAsync(IQueryable<OfficerRole> roles, CancellationToken cancellationToken)
    {
        var today = Today;
        var found = await (
            from role in roles.AsNoTracking()
            join officer in Database.Users on role.OfficerId equals officer.Id
            where officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today)
            join link in Database.OfficerLinks on officer.Id equals link.OfficerId
            join address in Database.Addresses on link.AddressId equals address.Id
            where address.UnreachableAt == null
            orderby officer.Id, link.LinkedAt descending
            select new ReachedOfficer(officer.Id, officer.Name, role.Role, role.AreaCode, address.Id, address.Channel)).ToListAsync(cancellationToken);
        return [.. found.GroupBy(officer => officer.OfficerId)];
    }
}
