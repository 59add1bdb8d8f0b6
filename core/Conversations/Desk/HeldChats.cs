using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>An officer in a chat that belongs to no case yet: taken after BANTU, written in, given back to the bot. The caller has checked the reach.</summary>
public sealed class HeldChats(BotDbContext database, ChatHandover handover)
{
    /// <summary>Takes the chat; the first of two officers gets it.</summary>
    public Task<MoveResult> TakeAsync(OfficerReach reach, long conversationId, CancellationToken cancellationToken) => ActAsync(conversationId, async chat =>
    {
        if (chat.HeldBy is not null && chat.HeldBy != reach.OfficerId) return MoveAnswer.Changed;
        await handover.TakeAsync(database, chat, ActorOf(reach), null, cancellationToken);
        return MoveAnswer.Done;
    }, cancellationToken);

    /// <summary>Writes in a chat that the officer has taken.</summary>
    public Task<MoveResult> WriteAsync(OfficerReach reach, long conversationId, WrittenLine written, CancellationToken cancellationToken) => ActAsync(conversationId, async chat =>
    {
        if (chat.HeldBy != reach.OfficerId) return MoveAnswer.Changed;
        if (string.IsNullOrWhiteSpace(written.Words) || written.Words.Length > MoveRequest.LongestWords) return MoveAnswer.Incomplete;
        await handover.WriteAsync(database, chat, ActorOf(reach), written, cancellationToken);
        return MoveAnswer.Done;
    }, cancellationToken);

    /// <summary>"Kembalikan ke bot".</summary>
    public Task<MoveResult> GiveBackAsync(OfficerReach reach, long conversationId, CancellationToken cancellationToken) => ActAsync(conversationId, async chat =>
    {
        if (chat.HeldBy != reach.OfficerId) return MoveAnswer.Changed;
        await handover.GiveBackAsync(database, chat, cancellationToken);
        return MoveAnswer.Done;
    }, cancellationToken);

    private async Task<MoveResult> ActAsync(long conversationId, Func<Conversation, Task<MoveAnswer>> act, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await CaseLock.TakeChatAsync(database, conversationId, cancellationToken) is not { } chat) return new MoveResult(MoveAnswer.NotFound);
        var answer = await act(chat);
        if (answer == MoveAnswer.Done) await transaction.CommitAsync(cancellationToken);
        return new MoveResult(answer);
    }

    private static Actor ActorOf(OfficerReach reach) => new(reach.OfficerId, reach.Name, reach.AllRoles.Min().Code(), reach.AllRoles);
}
