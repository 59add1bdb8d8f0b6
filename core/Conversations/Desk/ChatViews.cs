using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>One look of an officer at a chat or an alarm that belongs to no case; only appended.</summary>
public sealed class ChatView
{
    public long Id { get; init; }

    public long OfficerId { get; init; }

    public long ConversationId { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Keeps who looked at a chat before there was a case; with a case the look stands in its history (DOMAIN §3: views are logged).</summary>
public sealed class ChatViews(BotDbContext database, TimeProvider time)
{
    /// <summary>A page shown again is the same look.</summary>
    private static readonly TimeSpan OnceIn = TimeSpan.FromHours(1);

    public async Task ViewedAsync(OfficerReach reach, long conversationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var now = time.GetUtcNow();
        if (await database.Set<ChatView>().AnyAsync(row => row.OfficerId == reach.OfficerId && row.ConversationId == conversationId && row.At > now - OnceIn, cancellationToken)) return;
        database.Add(new ChatView { OfficerId = reach.OfficerId, ConversationId = conversationId, At = now });
        await database.SaveChangesAsync(cancellationToken);
    }
}
