namespace Puskesos.Core.Messaging;

/// <summary>Which of a person's two queues a message stands in; each is first in, first out.</summary>
public enum Lane
{
    /// <summary>Replies, officers' words and emergencies.</summary>
    Talk,

    /// <summary>News that nobody just asked for: it may wait, and never blocks the talk.</summary>
    Notice,
}

/// <summary>Which person is served first when many wait; the lower number goes first.</summary>
public enum Priority
{
    Emergency = 0,
    Reply = 1,
    DocumentOrVisit = 2,
    Status = 3,
    Survey = 4,
}

/// <summary>Where an outgoing message stands.</summary>
public enum OutboxStatus
{
    Waiting,

    /// <summary>Handed to the provider; after a crash here it is unknown whether it went out.</summary>
    Sending,
    Sent,

    /// <summary>The chat window is closed; it waits for the person's next message (News_Waiting was sent instead).</summary>
    AwaitingWindow,
    Failed,

    /// <summary>Deliberately not sent; <see cref="OutboxMessage.ErrorCode"/> says why.</summary>
    Skipped,
}

/// <summary>What the provider reports later; a higher rank never falls back to a lower one.</summary>
public enum DeliveryState
{
    None,
    Queued,
    Sent,
    Delivered,
    Read,
    Failed,
}

/// <summary>A message to a person, written in the same transaction as what it tells.</summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    public long ConversationId { get; init; }

    public Channel Channel { get; init; }

    /// <summary>The case it tells about, when there is one; such a body is kept with the case.</summary>
    public long? CaseId { get; set; }

    public Lane Lane { get; init; }

    public Priority Priority { get; init; }

    /// <summary>The text key, for the log, the metrics and the template; several keys are joined by a plus sign.</summary>
    public required string TextKey { get; init; }

    /// <summary>The <see cref="OutgoingMessage"/>, sealed; blanked after 30 days unless part of a case.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Unique when set: the same reminder or move can write its message only once.</summary>
    public string? DedupeKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this time: undo of a visible move, quiet hours, a provider's wait.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public OutboxStatus Status { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? ProviderId { get; set; }

    public DeliveryState Delivery { get; set; }

    /// <summary>Rupiah that sending it cost, by the price set when it was sent; null when no price is known.</summary>
    public decimal? Cost { get; set; }

    /// <summary>When a message that did not arrive was followed up: another channel tried, the officer told.</summary>
    public DateTimeOffset? FollowedUpAt { get; set; }

    /// <summary>The vendor's code or our reason for not sending; never a text of a person.</summary>
    public string? ErrorCode { get; set; }
}
