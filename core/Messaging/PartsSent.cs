using System.Collections.Concurrent;

namespace Puskesos.Core.Messaging;

/// <summary>
/// Remembers how many parts of a split message went out before one was refused, so that the next try goes on there instead of
/// repeating the beginning. Kept in this process only: after a restart the message begins anew, which is "at least once".
/// </summary>
public sealed class PartsSent
{
    private readonly ConcurrentDictionary<long, int> byOutboxId = new();

    public int Of(long outboxId) => byOutboxId.GetValueOrDefault(outboxId);

    public void Remember(long outboxId, int parts) => byOutboxId[outboxId] = parts;

    public void Forget(long outboxId) => byOutboxId.TryRemove(outboxId, out _);
}
