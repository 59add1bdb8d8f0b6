using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>An officer in one duty and, when linked, the chat that reaches him or her.</summary>
public sealed record ReachedOfficer(long OfficerId, string Name, Role Role, string AreaCode, long? ConversationId, Channel Channel);

/// <summary>Finds the officers whom a step concerns; who is absent or has left is passed over.</summary>
public sealed class StepAudience
{
    private readonly ILookup<string, ReachedOfficer> byArea;
    private readonly ILookup<long, ReachedOfficer> byId;

    private StepAudience(IReadOnlyCollection<ReachedOfficer> officers) =>
        (byArea, byId) = (officers.ToLookup(officer => officer.AreaCode), officers.ToLookup(officer => officer.OfficerId));

    /// <summary>Loads everybody who may have to be told about these cases on this day.</summary>
    public static async Task<StepAudience> LoadAsync(
        BotDbContext database, IReadOnlyCollection<Case> cases, IEnumerable<long> visitors, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var areas = cases.SelectMany(AreasOf).Distinct().ToList();
        var owners = cases.Select(subject => subject.OwnerId).OfType<long>().Concat(visitors).Distinct().ToList();
        var found = await (
            from role in database.OfficerRoles.AsNoTracking()
            join officer in database.Users on role.OfficerId equals officer.Id
            where (areas.Contains(role.AreaCode) || owners.Contains(role.OfficerId)) && officer.IsActive
                && (officer.AbsentUntil == null || officer.AbsentUntil < today)
            from link in database.OfficerLinks.Where(link => link.OfficerId == officer.Id).DefaultIfEmpty()
            from address in database.Addresses.Where(address => link != null && address.Id == link.AddressId && address.UnreachableAt == null).DefaultIfEmpty()
            orderby officer.Id, address != null descending, link.LinkedAt descending
            select new ReachedOfficer(
                officer.Id, officer.Name, role.Role, role.AreaCode, address == null ? null : address.Id, address == null ? default : address.Channel))
            .ToListAsync(cancellationToken);

        return new([.. found.DistinctBy(officer => (officer.OfficerId, officer.Role, officer.AreaCode))]);
    }

    /// <summary>The officers of a step, linked or not; empty when nobody holds the duty.</summary>
    public IReadOnlyList<ReachedOfficer> Of(Case subject, UnitKind unitKind, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var (unit, subDistrict, regency) = (subject.UnitCode, PlaceCode.SubDistrictOf(subject.VillageCode), subject.RegencyCode);
        var owner = subject.OwnerId is { } id ? byId[id].Take(1).ToList() : [];
        return audience switch
        {
            Audience.Desk when owner.Count > 0 => owner,
            // A case at the Dinas Sosial (money taken from aid) is nobody else's business.
            _ when unitKind == UnitKind.Dinsos => First([Role.FrontOffice, Role.BackOffice], unit) is { Count: > 0 } desk && audience == Audience.Desk
                ? desk : First([Role.Dinsos], regency),
            _ when unitKind == UnitKind.Slrt && audience != Audience.Regency => First([Role.Slrt], regency),
            Audience.Desk or Audience.UnitLead when subject.Secrecy == Secrecy.Secret => First([Role.Tksk], subDistrict),
            Audience.Desk => First([Role.FrontOffice], unit),
            // The village head does not see confidential cases (DOMAIN, section 9).
            Audience.UnitLead when subject.Secrecy == Secrecy.Ordinary => First([Role.BackOffice, Role.VillageHead], unit),
            Audience.UnitLead => First([Role.BackOffice], unit),
            Audience.Tksk => First([Role.Tksk], subDistrict),
            _ => [.. First([Role.Slrt], regency), .. First([Role.Dinsos], regency)],
        };
    }

    /// <summary>Like <see cref="Of"/>, but only who has a linked chat; when nobody has, the next level up is told instead.</summary>
    public IReadOnlyList<ReachedOfficer> LinkedOrAbove(Case subject, UnitKind unitKind, Audience audience)
    {
        for (var level = audience; level <= Audience.Regency; level++)
        {
            var linked = Of(subject, unitKind, level).Where(officer => officer.ConversationId is not null)
                .DistinctBy(officer => officer.OfficerId).ToList();
            if (linked.Count > 0) return linked;
        }

        return [];
    }

    /// <summary>What residents call an officer; null for one who is not there.</summary>
    public string? NameOf(long? officerId) => officerId is { } id ? byId[id].Select(officer => officer.Name).FirstOrDefault() : null;

    /// <summary>The officer who visits, when linked; else the desk, that somebody knows of it.</summary>
    public IReadOnlyList<ReachedOfficer> VisitorOrDesk(Case subject, UnitKind unitKind, VisitTimeline? visit)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var visitor = visit is null ? [] : byId[visit.FasilitatorId].Where(officer => officer.ConversationId is not null).Take(1).ToList();
        return visitor.Count > 0 ? visitor : LinkedOrAbove(subject, unitKind, Audience.Desk);
    }

    private static IEnumerable<string> AreasOf(Case subject) =>
        [subject.UnitCode, PlaceCode.SubDistrictOf(subject.VillageCode), subject.RegencyCode];

    /// <summary>The officers of the first of these roles that anybody holds there.</summary>
    private List<ReachedOfficer> First(Role[] roles, string areaCode)
    {
        foreach (var role in roles)
        {
            var holders = byArea[areaCode].Where(officer => officer.Role == role).ToList();
            if (holders.Count > 0) return holders;
        }

        return [];
    }
}
