using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Staff;

/// <summary>Says that an officer is absent from today until a day and who stands in, or is back; past days stay as they were.</summary>
public sealed class AbsenceBook(BotDbContext database)
{
    /// <summary>Those for whom this officer stands in today: named for it, or as TKSK of a unit whose absent officer named nobody (DOMAIN §2 F18).</summary>
    public static async Task<IReadOnlyList<long>> StandsForAsync(BotDbContext database, OfficerReach reach, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(reach);
        var (me, reviewed) = (reach.OfficerId, reach.OrdinaryUnits.Where(unit => reach.RolesAt(unit).Contains(Role.Tksk)).ToArray());
        return await database.Users.Where(row => row.IsActive && row.Id != me && row.AbsentUntil >= today
                && (row.SubstituteId == me || (row.SubstituteId == null && row.Roles.Any(role => reviewed.Contains(role.AreaCode)))))
            .Select(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Writes it for one officer; no day means that he or she is back today.</summary>
    public async Task SetAsync(long officerId, DateOnly today, DateOnly? until, long? substituteId, CancellationToken cancellationToken)
    {
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Users.Where(row => row.Id == officerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AbsentUntil, until).SetProperty(row => row.SubstituteId, substituteId), cancellationToken);
        var absences = database.Set<Absence>();
        var running = await absences.Where(row => row.OfficerId == officerId && row.LastDay >= today).ToListAsync(cancellationToken);
        foreach (var absence in running.Where(row => row.FirstDay < today)) absence.LastDay = today.AddDays(-1);
        absences.RemoveRange(running.Where(row => row.FirstDay >= today));
        if (until >= today) absences.Add(new Absence { OfficerId = officerId, FirstDay = today, LastDay = until.Value });
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
    }
}
