namespace Puskesos.Core.Messaging;

/// <summary>One message as it arrived, kept until a turn has dealt with it. Unique by channel and external id.</summary>
public sealed class InboxMessage
{
    public long Id { get; init; }

    public Channel Channel { get; init; }

    /// <summary>The provider's message id; with the channel the key against repeated delivery.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The conversation it belongs to; null only for an authentic request that could not be read.</summary>
    public long? ConversationId { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Not to be dealt with before: pictures wait a moment for the rest of their album.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Its files are being looked at: the answer waits until then at most, unless the person writes something else meanwhile.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    public IncomingKind Kind { get; init; }

    /// <summary>The request exactly as received, sealed; blanked 72 hours after the turn and at once when consent is refused.</summary>
    public byte[]? RawBody { get; set; }

    /// <summary>The <see cref="IncomingMessage"/> read from it, sealed; blanked together with the raw body unless it is part of a case.</summary>
    public byte[]? Content { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Kind of the last error, never its text.</summary>
    public string? Error { get; set; }

    /// <summary>Set when it could not be read or dealt with: an officer looks at it, and it no longer holds up the person.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>True when the reconciler found it: the webhook had lost it.</summary>
    public bool Recovered { get; init; }
}
