using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>SIAP, by the officer's chat or on the page: one officer deals with the alarm and has the chat, the others on duty are told.</summary>
public sealed class AlarmTaking(OpenAlarms alarms, AlarmNotices notices, TimeProvider time)
{
    /// <summary>Takes the newest alarm that waits for this officer; nothing when there is none. Runs inside the caller's transaction.</summary>
    public async Task TakeNewestAsync(BotDbContext database, long officerId, CancellationToken cancellationToken)
    {
        if (await OfficerReach.LoadAsync(database, officerId, cancellationToken) is not { } reach) return;
        if (await alarms.NewestWaitingAsync(database, reach, cancellationToken) is { } newest) await AcknowledgeAsync(database, newest.Alarm, officerId, cancellationToken);
    }

    /// <summary>Takes this alarm in a transaction of its own; <see cref="MoveAnswer.Changed"/> when another officer was first.</summary>
    public async Task<MoveAnswer> TakeAsync(BotDbContext database, OfficerReach reach, long id, CancellationToken cancellationToken)
    {
        if (await alarms.FindAsync(database, reach, id, cancellationToken) is not { } found) return MoveAnswer.NotFound;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await AcknowledgeAsync(database, found.Alarm, reach.OfficerId, cancellationToken)) return MoveAnswer.Changed;
        await transaction.CommitAsync(cancellationToken);
        return MoveAnswer.Done;
    }

    private async Task<bool> AcknowledgeAsync(BotDbContext database, Emergency alarm, long officerId, CancellationToken cancellationToken)
    {
        // The chat before the alarm: the order of the resident's own turn.
        await CaseLock.TakeChatAsync(database, alarm.ConversationId, cancellationToken);
        var now = time.GetUtcNow();
        var taken = await database.Emergencies.Where(row => row.Id == alarm.Id && row.AcknowledgedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AcknowledgedAt, now).SetProperty(row => row.AcknowledgedBy, officerId), cancellationToken);
        if (taken == 0) return false;
        await database.Conversations.Where(row => row.Id == alarm.ConversationId && row.HeldCaseId != null && row.HeldBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldBy, officerId).SetProperty(row => row.HeldTouchedAt, now), cancellationToken);
        await notices.TakenAsync(database, alarm, officerId, cancellationToken);
        return true;
    }
}
