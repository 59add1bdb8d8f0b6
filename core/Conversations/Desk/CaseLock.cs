using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
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

    /// <summary>One act of an officer on a case: one transaction, committed only when it was done.</summary>
    public static async Task<MoveResult> ActAsync(
        BotDbContext database, OfficerReach reach, string ticket, Func<CaseLock, Actor, Task<MoveResult>> act, CancellationToken cancellationToken)
    {
        // An order by chat comes in a turn, which has a transaction already.
        await using var transaction = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellationToken) : null;
        if (await TakeAsync(database, reach, ticket, cancellationToken) is not { } held) return new MoveResult(MoveAnswer.NotFound);
        var result = await act(held, await OwnCase.ActorAsync(database, reach, held.Case, cancellationToken));
        if (!result.IsDone) return result;
        await database.SaveChangesAsync(cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>
    /// After a move: a finished case and a planned visit give the chat back to the bot, because their message asks something;
    /// the next answer belongs to that question when nothing else is open.
    /// </summary>
    public void AskWhatWasAsked(Notice? told, DateTimeOffset now)
    {
        var asked = told is null ? null : MoveTexts.StepOf(told);
        if (asked is null && Case.Status < CaseStatus.Resolved) return;
        foreach (var chat in Chats)
        {
            if (chat.HeldCaseId == Case.Id) (chat.HeldBy, chat.HeldCaseId, chat.HeldTouchedAt) = (null, null, null);
            var isFree = chat is { Step: Step.Greet or Step.AskVisit or Step.ConfirmFiledCard, DraftStartedAt: null, HeldBy: null };
            if (asked is not null && isFree) (chat.Step, chat.PromptedAt) = (Enum.Parse<Step>(asked), now);
        }
    }

    /// <summary>Locks one chat inside the caller's transaction.</summary>
    public static Task<Conversation?> TakeChatAsync(BotDbContext database, long conversationId, CancellationToken cancellationToken) =>
        database.Conversations.FromSql($"select * from conversations where id = {conversationId} for no key update").SingleOrDefaultAsync(cancellationToken);
}
