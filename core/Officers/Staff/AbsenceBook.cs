using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Staff;

/// <summary>Says that an officer is absent from today until a day and who stands in, or is back; past days stay as they were.</summary>
public sealed class AbsenceBook(BotDbContext database)
{
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
