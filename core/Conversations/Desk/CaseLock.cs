using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>A case and the chats of its people, locked in the order that everybody keeps: conversations, then the case (DESIGN §16).</summary>
public sealed record CaseLock(Case Case, IReadOnlyList<Conversation> Chats)
{
    /// <summary>Locks inside the caller's transaction; null when there is no such case for this officer.</summary>
    public static async Task<CaseLock?> TakeAsync(BotDbContext database, OfficerReach reach, string ticket, CancellationToken cancellationToken)
    {
        var found = await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).SingleOrDefaultAsync(row => row.Ticket == ticket, cancellationToken);
        if (found is null) return null;
        var ids = found.Chats().ToArray();
        var chats = await database.Conversations
            .FromSql($"select * from conversations where id = any({ids}) order by id for no key update").ToListAsync(cancellationToken);
        var locked = await database.Cases.FromSql($"select *, xmin from cases where id = {found.Id} for no key update").SingleAsync(cancellationToken);
        await database.CaseItems.Where(item => item.CaseId == locked.Id).LoadAsync(cancellationToken);
        return new CaseLock(locked, chats);
    }

    /// <summary>Locks one chat inside the caller's transaction.</summary>
    public static Task<Conversation?> TakeChatAsync(BotDbContext database, long conversationId, CancellationToken cancellationToken) =>
        database.Conversations.FromSql($"select * from conversations where id = {conversationId} for no key update").SingleOrDefaultAsync(cancellationToken);
}
