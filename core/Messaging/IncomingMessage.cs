namespace Puskesos.Core.Messaging;

/// <summary>What kind of thing a person did in the chat.</summary>
public enum IncomingKind
{
    Text,

    /// <summary>A button of ours; <see cref="IncomingMessage.ChoiceId"/> says which.</summary>
    Choice,

    /// <summary>Photos or files; a caption is in <see cref="IncomingMessage.Text"/>.</summary>
    Media,
    Voice,
    Location,
    Contact,
    Sticker,

    /// <summary>The person changed a message sent earlier; <see cref="IncomingMessage.ReplyToId"/> is that message's <see cref="IncomingMessage.MessageId"/>.</summary>
    Edit,

    /// <summary>The person blocked the bot: nothing can be sent until the person writes again.</summary>
    Blocked,
    Unblocked,

    /// <summary>A group or channel wrote; only private chats are served.</summary>
    Group,

    /// <summary>A kind that the channel knows and we do not serve (poll, game, story …).</summary>
    Unsupported,

    /// <summary>Arrived, authentic, but its content could not be recovered; the person is asked to send it again.</summary>
    Unreadable,
}

/// <summary>One message of a person, the same shape for every channel. Holds personal data: never log it.</summary>
public sealed record IncomingMessage
{
    public required Channel Channel { get; init; }

    /// <summary>The provider's id of this message; unique within the channel, the key against repeated delivery.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Where an answer goes to, exactly as received (at most 160 characters: WhatsApp's business-scoped ids).</summary>
    public required string Address { get; init; }

    /// <summary>A second id of the same person on the same channel (WhatsApp's ExternalUserId beside a number).</summary>
    public string? AltAddress { get; init; }

    /// <summary>The person's phone number in E.164 when the channel itself vouches for it, else null.</summary>
    public string? Phone { get; init; }

    /// <summary>The name that the person chose on the channel; untrusted.</summary>
    public string? DisplayName { get; init; }

    public required IncomingKind Kind { get; init; }

    /// <summary>Text, caption or a button's label.</summary>
    public string? Text { get; init; }

    /// <summary>Our own value of a pressed button, <c>Step:number</c>; can be stale or forged.</summary>
    public string? ChoiceId { get; init; }

    public IReadOnlyList<IncomingMedia> Media { get; init; } = [];

    public GeoPoint? Location { get; init; }

    /// <summary>The phone number of a shared contact card, in any spelling.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>True when the shared contact is the sender's own.</summary>
    public bool ContactIsOwn { get; init; }

    /// <summary>The provider's own number of this message where it is not <see cref="ExternalId"/> (Telegram's message_id): edits and replies name it.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message that this one answers, quotes or changes, by its <see cref="MessageId"/>, else its <see cref="ExternalId"/>, or our own <see cref="OutboxMessage.ProviderId"/>.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The album this message belongs to, when the channel has albums.</summary>
    public string? AlbumId { get; init; }

    /// <summary>When the provider says it was sent; null where the provider does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>True when it came by the reconciler instead of the webhook.</summary>
    public bool Recovered { get; init; }

    /// <summary>Our inbox id; 0 until stored.</summary>
    public long InboxId { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>A file of a message that still lies at the provider.</summary>
/// <param name="RemoteId">Telegram's file_id, or the media address at Twilio, or a staged file of the web chat.</param>
/// <param name="ContentType">As the sender says; never trusted.</param>
/// <param name="FileName">As the sender says; never used as a path.</param>
/// <param name="Size">Bytes, when told.</param>
/// <param name="Kind">Photo, file, voice or other.</param>
public sealed record IncomingMedia(string RemoteId, string? ContentType, string? FileName, long? Size, MediaKind Kind)
{
    /// <summary>The inbox row that announced it; set when messages of one turn are read together.</summary>
    public long InboxId { get; init; }

    /// <summary>The words sent with this one file.</summary>
    public string? Caption { get; init; }
}

/// <summary>How a file was sent.</summary>
public enum MediaKind
{
    Photo,
    File,
    Voice,
    Video,
}

/// <summary>A point on the earth, WGS84 degrees. Never logged; shown coarsened to officers who do not visit.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);
