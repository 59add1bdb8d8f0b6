using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Rights;

/// <summary>Starts the erasure of somebody who asked for it: open cases of the person's own are cancelled as after BERHENTI, the rest is erased in the night before the time is up.</summary>
public sealed class RightsErasure(BotDbContext database, ResidentMoves moves, TimeProvider clock)
{
    /// <summary>The cases in which the person's words or numbers stand, newest first.</summary>
    public Task<List<Case>> CasesAsync(long residentId, CancellationToken cancellationToken) =>
        database.Cases.AsNoTracking().Where(row => row.ReporterId == residentId || row.HelpedId == residentId).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>What the start cancels: open cases about the person; never S1, where an officer must see that nobody is in danger, nor somebody else's complaint.</summary>
    public static bool IsCancelled(Case running, long residentId)
    {
        ArgumentNullException.ThrowIfNull(running);
        return running.Status.IsOpen() && running.Secrecy != Secrecy.Secret && (running.HelpedId ?? running.ReporterId) == residentId;
    }

    /// <summary>Starts it; false before the identity is checked, for a request of another kind, and a second time.</summary>
    public async Task<bool> StartAsync(OfficerReach by, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!RightsDesk.Holds(by)) return false;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // Cases are locked before requests, here and in the night's erasure.
        var of = await database.Set<RightsRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == by.RegencyCode, cancellationToken);
        if (of is not { Kind: RightsKind.Erasure or RightsKind.Withdrawal, ResidentId: { } person, IdentityCheckedAt: not null, ErasureStartedAt: null, ClosedAt: null }) return false;
        foreach (var open in (await CasesAsync(person, cancellationToken)).Where(row => IsCancelled(row, person)))
        {
            var locked = await database.Cases.FromSql($"select *, xmin from cases where id = {open.Id} for no key update").SingleAsync(cancellationToken);
            await database.CaseItems.Where(item => item.CaseId == locked.Id).LoadAsync(cancellationToken);
            await moves.CancelAsync(database, locked, null, null, cancellationToken);
        }

        var (now, due) = (clock.GetUtcNow(), of.DueAt);
        await database.Consents.Where(row => row.ResidentId == person && row.WithdrawnAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now), cancellationToken);
        await database.Residents.Where(row => row.Id == person && row.EraseBy == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EraseBy, due), cancellationToken);
        var started = await database.Set<RightsRequest>().Where(row => row.Id == id && row.ErasureStartedAt == null && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ErasureStartedAt, now), cancellationToken);
        if (started == 0) return false;
        database.Add(new RightsEvent { RequestId = id, At = now, Step = RightsStep.ErasureStarted, OfficerId = by.OfficerId });
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return true;
    }
}
