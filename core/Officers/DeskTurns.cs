using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>Whose turn a new case is: the officer at the desk who is present and has the fewest open cases (DOMAIN §2 F18).</summary>
public sealed class DeskTurns(DeskNotices desk, TimeProvider time)
{
    /// <summary>Those who sit at a desk; a substitute stands in for one of them.</summary>
    private static readonly Role[] DeskRoles = [Role.FrontOffice, Role.BackOffice];

    /// <summary>
    /// The least loaded officer; when all are absent their substitute, else the TKSK (DOMAIN §2 F18); null at a desk that has nobody.
    /// Never the officer whose own chat <paramref name="fromChat"/> the complaint came from.
    /// </summary>
    public async Task<long?> NextAsync(BotDbContext database, PuskesosUnit unit, long? fromChat, CancellationToken cancellationToken)
    {
        var own = fromChat is null ? [] : await database.OfficerLinks.Where(link => link.AddressId == fromChat).Select(link => link.OfficerId).ToListAsync(cancellationToken);
        IReadOnlyList<long> present = [.. (await desk.AtDeskAsync(database, unit, cancellationToken)).Except(own)];
        if (present.Count == 0) return await SubstituteAsync(database, unit, own, cancellationToken);
        var loads = await database.Cases.Where(row => row.ClosedAt == null && row.OwnerId != null && present.Contains(row.OwnerId.Value))
            .GroupBy(row => row.OwnerId!.Value).Select(group => new { Id = group.Key, Open = group.Count() }).ToDictionaryAsync(row => row.Id, row => row.Open, cancellationToken);
        return present.OrderBy(id => loads.GetValueOrDefault(id)).ThenBy(id => id).First();
    }

    private async Task<long?> SubstituteAsync(BotDbContext database, PuskesosUnit unit, IReadOnlyCollection<long> own, CancellationToken cancellationToken)
    {
        var today = IndonesianZone.OfArea(unit.RegencyCode).DayOf(time.GetUtcNow());
        var away = database.OfficerRoles.Where(role => role.AreaCode == unit.Code && DeskRoles.Contains(role.Role))
            .Join(database.Users.Where(officer => officer.IsActive && officer.AbsentUntil >= today), role => role.OfficerId, officer => officer.Id, (_, officer) => officer);
        var there = database.Users.Where(officer => officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today) && !own.Contains(officer.Id));
        var named = await away.Join(there, officer => officer.SubstituteId, officer => (long?)officer.Id, (_, officer) => (long?)officer.Id).OrderBy(id => id).FirstOrDefaultAsync(cancellationToken);
        if (named is not null || unit.Kind is UnitKind.Slrt or UnitKind.Dinsos || !await away.AnyAsync(cancellationToken)) return named;
        return await database.OfficerRoles.Where(role => role.Role == Role.Tksk && (unit.AreaCode == role.AreaCode || unit.AreaCode.StartsWith(role.AreaCode + ".")))
            .Join(there, role => role.OfficerId, officer => officer.Id, (_, officer) => (long?)officer.Id).OrderBy(id => id).FirstOrDefaultAsync(cancellationToken);
    }
}
