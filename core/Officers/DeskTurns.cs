using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>Whose turn a new case is: the officer at the desk who is present and has the fewest open cases (DOMAIN §2 F18).</summary>
public sealed class DeskTurns(DeskNotices desk, TimeProvider time)
{
    /// <summary>The least loaded officer; when all are absent their substitute; null when nobody stands in and the TKSK has to look.</summary>
    public async Task<long?> NextAsync(BotDbContext database, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        var present = await desk.AtDeskAsync(database, unit, cancellationToken);
        if (present.Count == 0) return await SubstituteAsync(database, unit, cancellationToken);
        var loads = await database.Cases.Where(row => row.ClosedAt == null && row.OwnerId != null && present.Contains(row.OwnerId.Value))
            .GroupBy(row => row.OwnerId!.Value).Select(group => new { Id = group.Key, Open = group.Count() }).ToDictionaryAsync(row => row.Id, row => row.Open, cancellationToken);
        return present.OrderBy(id => loads.GetValueOrDefault(id)).ThenBy(id => id).First();
    }

    private async Task<long?> SubstituteAsync(BotDbContext database, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().Date);
        return await database.OfficerRoles.Where(role => role.AreaCode == unit.Code)
            .Join(database.Users.Where(officer => officer.IsActive && officer.AbsentUntil >= today && officer.SubstituteId != null), role => role.OfficerId, officer => officer.Id, (_, officer) => officer.SubstituteId)
            .Join(database.Users.Where(officer => officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today)), id => id, officer => (long?)officer.Id, (id, _) => id)
            .OrderBy(id => id).FirstOrDefaultAsync(cancellationToken);
    }
}
