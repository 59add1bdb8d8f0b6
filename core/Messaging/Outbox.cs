using System.Text.Json;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Messaging;

/// <summary>Composes outbox rows. The caller adds the row to its own transaction, so that the message stands or falls with what it tells.</summary>
public sealed class Outbox(FieldCipher cipher, TimeProvider clock)
{
    /// <summary>A row for one message; set <paramref name="notBefore"/> for undo and quiet hours, <paramref name="dedupeKey"/> for reminders and moves.</summary>
    public OutboxMessage Compose(
        OutboxTarget target,
        OutgoingMessage message,
        string textKey,
        Priority priority,
        DateTimeOffset? notBefore = null,
        string? dedupeKey = null)
    {
        var now = clock.GetUtcNow();
        return new OutboxMessage
        {
            ConversationId = target.ConversationId,
            Channel = target.Channel,
            CaseId = target.CaseId,
            Lane = priority <= Priority.Reply ? Lane.Talk : Lane.Notice,
            Priority = priority,
            TextKey = textKey,
            Body = Seal(message),
            CreatedAt = now,
            NotBefore = notBefore ?? now,
            DedupeKey = dedupeKey,
        };
    }

    /// <summary>The message as it is stored.</summary>
    public byte[] Seal(OutgoingMessage message) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(message));

    /// <summary>The message of a row, or null when it was blanked.</summary>
    public OutgoingMessage? Open(OutboxMessage row) =>
        row.Body is { } body ? JsonSerializer.Deserialize<OutgoingMessage>(cipher.Open(body)) : null;
}

/// <summary>Whose chat a message goes to, and the case it tells about.</summary>
public readonly record struct OutboxTarget(long ConversationId, Channel Channel, long? CaseId = null);
