using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Moves;

/// <summary>
/// News of a move waits for its undo, for the morning or for the chat window; what is told later about the same case must not
/// arrive before it. So it goes ahead of the later message, and the move can no longer be taken back once it is out.
/// </summary>
public static class EarlierNews
{
    /// <summary>How the dedupe key of a case's news begins.</summary>
    private const string KeyStart = "case/";

    /// <summary>Lets the waiting news of a case go to these chats, because something is told in this lane now.</summary>
    public static async Task LetGoAsync(BotDbContext database, long caseId, long[] chats, Lane lane, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var earlier = database.Outbox.Where(row => row.CaseId == caseId && chats.Contains(row.ConversationId) && row.Lane == Lane.Notice && row.DedupeKey!.StartsWith(KeyStart));
        if (lane == Lane.Notice)
        {
            // In the same lane only the undo can turn the order round: it is given up.
            var undoable = now + CaseNews.UndoWindow;
            await earlier.Where(row => row.Status == OutboxStatus.Waiting && row.NotBefore > now && row.NotBefore <= undoable)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, now), cancellationToken);
            return;
        }

        await earlier.Where(row => row.Status == OutboxStatus.Waiting || row.Status == OutboxStatus.AwaitingWindow).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Lane, Lane.Talk).SetProperty(row => row.Priority, Priority.Reply)
                .SetProperty(row => row.NotBefore, row => row.NotBefore < now ? row.NotBefore : now), cancellationToken);
    }
}
