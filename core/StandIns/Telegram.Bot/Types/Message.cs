using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Types;

/// <summary>A message of a chat.</summary>
public class Message
{
    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    [JsonIgnore]
    public int MessageId => Id;

    public int? MessageThreadId { get; set; }

    public User? From { get; set; }

    public Chat? SenderChat { get; set; }

    /// <summary>When it was sent, in UTC.</summary>
    public DateTime Date { get; set; }

    public Chat Chat { get; set; } = default!;

    public Message? ReplyToMessage { get; set; }

    public User? ViaBot { get; set; }

    public DateTime? EditDate { get; set; }

    /// <summary>The same for all parts of one album.</summary>
    public string? MediaGroupId { get; set; }

    public string? Text { get; set; }

    public MessageEntity[]? Entities { get; set; }

    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    public PhotoSize[]? Photo { get; set; }

    public Sticker? Sticker { get; set; }

    public Video? Video { get; set; }

    public VideoNote? VideoNote { get; set; }

    public Voice? Voice { get; set; }

    public string? Caption { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }

    public Contact? Contact { get; set; }

    public Venue? Venue { get; set; }

    public Location? Location { get; set; }

    public User[]? NewChatMembers { get; set; }

    public User? LeftChatMember { get; set; }

    public long? MigrateToChatId { get; set; }

    public long? MigrateFromChatId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    // The special field stands before the general one that it also sets: animation before document, venue before location.
    [JsonIgnore]
    public MessageType Type => this switch
    {
        { Text: not null } => MessageType.Text,
        { Animation: not null } => MessageType.Animation,
        { Audio: not null } => MessageType.Audio,
        { Document: not null } => MessageType.Document,
        { Photo: not null } => MessageType.Photo,
        { Sticker: not null } => MessageType.Sticker,
        { Video: not null } => MessageType.Video,
        { VideoNote: not null } => MessageType.VideoNote,
        { Voice: not null } => MessageType.Voice,
        { Contact: not null } => MessageType.Contact,
        { Venue: not null } => MessageType.Venue,
        { Location: not null } => MessageType.Location,
        { NewChatMembers: not null } => MessageType.NewChatMembers,
        { LeftChatMember: not null } => MessageType.LeftChatMember,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        { MigrateFromChatId: not null } => MessageType.MigrateFromChatId,
        _ => MessageType.Unknown,
    };
}

/// <summary>A stretch of a text with a meaning; offset and length count UTF-16 units.</summary>
public class MessageEntity
{
    public MessageEntityType Type { get; set; }

    public int Offset { get; set; }

    public int Length { get; set; }

    public string? Url { get; set; }
}
