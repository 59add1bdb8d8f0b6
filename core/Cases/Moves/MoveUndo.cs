using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Moves;

/// <summary>Takes an officer's move back while the resident has not yet been told. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class MoveUndo(MoveRecords records, TimeProvider time)
{
    /// <summary>Why the message was not sent.</summary>
    public const string UndoneCode = "undone";

    /// <summary>The officer's last move of this case that can still be taken back, or null.</summary>
    public async Task<CaseEvent?> FindAsync(BotDbContext database, long caseId, long officerId, CancellationToken cancellationToken)
    {
        var last = await database.CaseEvents.AsNoTracking()
            .Where(line => line.CaseId == caseId && (line.Kind == CaseEventKind.Moved || line.Kind == CaseEventKind.Undone || line.Kind == CaseEventKind.Merged || line.Kind == CaseEventKind.Transferred))
            .OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancellationToken);
        return last is { Kind: CaseEventKind.Moved or CaseEventKind.Merged or CaseEventKind.Transferred } && last.OfficerId == officerId && time.GetUtcNow() < last.At + CaseNews.UndoWindow ? last : null;
    }

    /// <summary>Takes the officer's last move back; <see cref="MoveAnswer.TooLate"/> once a message left or the ten seconds are over.</summary>
    public async Task<MoveResult> UndoAsync(BotDbContext database, Case moved, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(database, moved.Id, actor.OfficerId ?? 0, cancellationToken) is not { } line) return new MoveResult(MoveAnswer.TooLate);
        var (details, given) = (MoveDetails.Of(line), TransferDetails.Of(line));
        if ((details?.Key ?? given?.Key) is not { } key || !await StopAsync(database, key, cancellationToken)) return new MoveResult(MoveAnswer.TooLate);
        if (given is not null) (moved.UnitCode, moved.OwnerId) = (given.UnitBefore, given.OwnerBefore);
        if (details is not null) await RestoreAsync(database, moved, details, line, actor, cancellationToken);
        database.Entry(moved).Property(row => row.LastToldAt).IsModified = true;
        var undone = new CaseEvent
        {
            CaseId = moved.Id,
            ItemNumber = line.ItemNumber,
            At = time.GetUtcNow(),
            Kind = CaseEventKind.Undone,
            FromStatus = line.ToStatus,
            ToStatus = line.FromStatus,
            OfficerId = actor.OfficerId,
            ActorRole = actor.RoleCode,
        };
        database.CaseEvents.Add(undone);
        await database.SaveChangesAsync(cancellationToken);
        return new MoveResult(MoveAnswer.Done, undone);
    }

    /// <summary>Stops every message of a move; false when one of them is out already.</summary>
    private static async Task<bool> StopAsync(BotDbContext database, string key, CancellationToken cancellationToken)
    {
        var rows = await database.Outbox.Where(row => row.DedupeKey!.StartsWith(key + "/")).Select(row => row.Id).ToListAsync(cancellationToken);
        var stopped = await database.Outbox.Where(row => rows.Contains(row.Id) && row.Status == OutboxStatus.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, OutboxStatus.Skipped).SetProperty(row => row.ErrorCode, UndoneCode), cancellationToken);
        return stopped == rows.Count;
    }

    private async Task RestoreAsync(BotDbContext database, Case moved, MoveDetails details, CaseEvent line, Actor actor, CancellationToken cancellationToken)
    {
        details.Before.Restore(moved);
        await records.UndoAsync(database, moved, details, cancellationToken);
        if (details.Move == CaseMove.Reject)
            foreach (var refusal in moved.Items.Select(item => item.Refusal).OfType<Refusals.Refusal>().Where(refusal => refusal.DecidedBy == actor.OfficerId && refusal.DecidedAt == line.At))
                (refusal.DecidedBy, refusal.DecidedAt) = (null, null);
        if (details.Move == CaseMove.AskDocuments)
            await database.AwaitedDocuments.Where(row => row.CaseId == moved.Id && row.AskedByOfficer && row.DocumentId == null && details.Documents.Contains(row.Kind))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedByOfficer, false), cancellationToken);
    }
}
