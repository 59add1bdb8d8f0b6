using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Calendar;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Officers;

/// <summary>
/// Tells officers of their work in the chats that they linked: ticket and link, never a name, need or story; outside the unit's
/// working time it waits for the next opening (DOMAIN §7). Emergencies do not come through here.
/// </summary>
public sealed class DeskNotices(Outbox outbox, TextCatalog texts, WorkCalendarBook calendars, IOptions<AdminAddressOptions> address, TimeProvider time)
{
    /// <summary>
    /// Adds one row for each chat of these officers to the caller's transaction. The gaps ticket, unit and link are filled here;
    /// with the same <paramref name="dedupeKey"/> a second row for the same chat is refused by the database, so it is looked up first.
    /// </summary>
    public async Task TellAsync(
        BotDbContext database, IReadOnlyCollection<long> officers, Notice notice, CaseLink about, string dedupeKey, CancellationToken cancellationToken)
    {
        var full = notice with
        {
            Gaps = [.. notice.Gaps, new NoticeGap("ticket", about.Ticket), new NoticeGap("unit", about.Unit.Name), new NoticeGap("link", address.Value.LinkTo(about.Ticket))],
        };
        var office = new Office(about.Unit.RegencyCode, about.Unit.Code, about.Unit.Opens, about.Unit.Closes);
        await AddAsync(database, officers, full, office, NoticeOrders.For(notice.Key, about.Ticket), (dedupeKey, about.Delay), cancellationToken);
    }

    /// <summary>Tells officers of a bulletin that they have to read; its title and link, at the next opening.</summary>
    public Task TellOfBulletinAsync(BotDbContext database, Bulletin bulletin, string sender, IReadOnlyCollection<long> officers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        var notice = new Notice(OfficerMessages.Bulletin_ToOfficer, ("sender", sender), ("link", address.Value.LinkToBulletin(bulletin.Id))).WithPersons("title", bulletin.Title);
        return AddAsync(database, officers, notice, new Office(bulletin.RegencyCode), [], ($"bulletin/{bulletin.Id}", default), cancellationToken);
    }

    /// <summary>Tells the data-protection officers of a regency that a resident asks something of the own data: its number, its time and a link.</summary>
    public async Task TellOfRightsAsync(BotDbContext database, string regencyCode, (long Id, string Number, DateTimeOffset DueAt) asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var officers = await database.OfficerRoles.Where(role => role.Role == Role.DataProtection && role.AreaCode == regencyCode)
            .Join(database.Users.Where(officer => officer.IsActive), role => role.OfficerId, officer => officer.Id, (_, officer) => officer.Id).Distinct().ToListAsync(cancellationToken);
        var zone = IndonesianZone.OfArea(regencyCode);
        var due = $"{IndonesianFormat.Date(zone.DayOf(asked.DueAt))} pukul {IndonesianFormat.Time(zone.TimeOf(asked.DueAt), zone.Name)}";
        var notice = new Notice(OfficerMessages.RightsNew_ToOfficer, ("number", asked.Number), ("date", due), ("link", address.Value.LinkToRights(asked.Id)));
        await AddAsync(database, officers, notice, new Office(regencyCode), [], ($"rights/{asked.Id}", default), cancellationToken);
    }

    private async Task AddAsync(
        BotDbContext database, IReadOnlyCollection<long> officers, Notice full, Office office, IReadOnlyList<string> orders, (string Dedupe, TimeSpan Delay) how, CancellationToken cancellationToken)
    {
        var chats = await database.OfficerLinks.Where(link => officers.Contains(link.OfficerId))
            .Join(database.Addresses, link => link.AddressId, row => row.Id, (_, row) => row)
            .Where(row => row.UnreachableAt == null)
            .Select(row => new { row.Id, row.Channel }).ToListAsync(cancellationToken);
        var keys = chats.Select(chat => $"{how.Dedupe}/{chat.Id}").ToArray();
        var known = await database.Outbox.Where(row => keys.Contains(row.DedupeKey)).Select(row => row.DedupeKey).ToListAsync(cancellationToken);
        var opens = calendars.Current.For(office).NextOpening(time.GetUtcNow()) + how.Delay;
        var own = texts.For(office.RegencyCode);
        foreach (var chat in chats.Where(chat => !known.Contains($"{how.Dedupe}/{chat.Id}")))
            database.Outbox.Add(outbox.Compose(
                new OutboxTarget(chat.Id, chat.Channel), NoticeOrders.Under(NoticeMessage.Of(full, own, TextCatalog.Indonesian), orders, chat.Channel, own), full.Key, Priority.Status, opens, $"{how.Dedupe}/{chat.Id}"));
    }

    /// <summary>The PKH companions and coordinators of a unit's sub-district who are there.</summary>
    public async Task<IReadOnlyList<long>> CompanionsAsync(BotDbContext database, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        var today = IndonesianZone.OfArea(unit.RegencyCode).DayOf(time.GetUtcNow());
        return await database.OfficerRoles.Where(role => role.Role == Role.Pkh && (unit.AreaCode == role.AreaCode || unit.AreaCode.StartsWith(role.AreaCode + ".")))
            .Join(database.Users, role => role.OfficerId, officer => officer.Id, (_, officer) => officer)
            .Where(officer => officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today))
            .Select(officer => officer.Id).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>The officers at a unit's desk who are there: active and not absent.</summary>
    public async Task<IReadOnlyList<long>> AtDeskAsync(BotDbContext database, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        Role[] desk = unit.Kind switch
        {
            UnitKind.Slrt => [Role.Slrt],
            UnitKind.Dinsos => [Role.Dinsos],
            _ => [Role.FrontOffice, Role.BackOffice],
        };
        var area = unit.Kind is UnitKind.Slrt or UnitKind.Dinsos ? unit.RegencyCode : unit.Code;
        var today = IndonesianZone.OfArea(unit.RegencyCode).DayOf(time.GetUtcNow());
        return await database.OfficerRoles.Where(role => desk.Contains(role.Role) && role.AreaCode == area)
            .Join(database.Users, role => role.OfficerId, officer => officer.Id, (_, officer) => officer)
            .Where(officer => officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today))
            .Select(officer => officer.Id).Distinct().ToListAsync(cancellationToken);
    }
}

/// <summary>The case that a notice points to, and the unit whose working time it respects.</summary>
/// <param name="Ticket">The case.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Delay">How long the notice waits, because what it tells of may still be taken back.</param>
public readonly record struct CaseLink(string Ticket, PuskesosUnit Unit, TimeSpan Delay = default);
