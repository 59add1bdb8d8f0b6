using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Calendar;
using Puskesos.Core.Messaging;
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
        var chats = await database.OfficerLinks.Where(link => officers.Contains(link.OfficerId))
            .Join(database.Addresses, link => link.AddressId, row => row.Id, (_, row) => row)
            .Where(row => row.UnreachableAt == null)
            .Select(row => new { row.Id, row.Channel }).ToListAsync(cancellationToken);
        var keys = chats.Select(chat => $"{dedupeKey}/{chat.Id}").ToArray();
        var known = await database.Outbox.Where(row => keys.Contains(row.DedupeKey)).Select(row => row.DedupeKey).ToListAsync(cancellationToken);
        var full = notice with
        {
            Gaps = [.. notice.Gaps, new NoticeGap("ticket", about.Ticket), new NoticeGap("unit", about.Unit.Name), new NoticeGap("link", address.Value.LinkTo(about.Ticket))],
        };
        var office = new Office(about.Unit.RegencyCode, about.Unit.Code, about.Unit.Opens, about.Unit.Closes);
        var opens = calendars.Current.For(office).NextOpening(time.GetUtcNow());
        var own = texts.For(about.Unit.RegencyCode);
        foreach (var chat in chats.Where(chat => !known.Contains($"{dedupeKey}/{chat.Id}")))
            database.Outbox.Add(outbox.Compose(
                new OutboxTarget(chat.Id, chat.Channel), NoticeOrders.Under(NoticeMessage.Of(full, own, TextCatalog.Indonesian), NoticeOrders.For(notice.Key, about.Ticket), chat.Channel, own), notice.Key, Priority.Status, opens, $"{dedupeKey}/{chat.Id}"));
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
public readonly record struct CaseLink(string Ticket, PuskesosUnit Unit);
