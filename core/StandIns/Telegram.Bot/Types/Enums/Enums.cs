namespace Telegram.Bot.Types.Enums;

/// <summary>The kind of an update; a kind that is newer than this list is Unknown.</summary>
public enum UpdateType
{
    Unknown,
    Message,
    InlineQuery,
    ChosenInlineResult,
    CallbackQuery,
    EditedMessage,
    ChannelPost,
    EditedChannelPost,
    ShippingQuery,
    PreCheckoutQuery,
    Poll,
    PollAnswer,
    MyChatMember,
    ChatMember,
    ChatJoinRequest,
}

/// <summary>What a message consists of.</summary>
public enum MessageType
{
    Unknown,
    Text,
    Animation,
    Audio,
    Document,
    PaidMedia,
    Photo,
    Sticker,
    Story,
    Video,
    VideoNote,
    Voice,
    Contact,
    Venue,
    Location,
    NewChatMembers,
    LeftChatMember,
    MigrateToChatId,
    MigrateFromChatId,
}

/// <summary>How marks in a text are read.</summary>
public enum ParseMode
{
    None,
    Markdown,
    Html,
    MarkdownV2,
}

/// <summary>What the chat shows while an answer is being made.</summary>
public enum ChatAction
{
    Typing = 1,
    UploadPhoto,
    RecordVideo,
    UploadVideo,
    RecordVoice,
    UploadVoice,
    UploadDocument,
    FindLocation,
}

/// <summary>The kind of a chat.</summary>
public enum ChatType
{
    Private = 1,
    Group,
    Channel,
    Supergroup,
    Sender,
}

/// <summary>The standing of a person or bot in a chat; in a private chat Kicked means: blocked the bot.</summary>
public enum ChatMemberStatus
{
    Creator = 1,
    Administrator,
    Member,
    Left,
    Kicked,
    Restricted,
}

/// <summary>The meaning of a stretch of text.</summary>
public enum MessageEntityType
{
    Mention = 1,
    Hashtag,
    BotCommand,
    Url,
    Email,
    Bold,
    Italic,
    Code,
    Pre,
    TextLink,
    TextMention,
    PhoneNumber,
    Cashtag,
    Underline,
    Strikethrough,
    Spoiler,
    CustomEmoji,
    Blockquote,
    ExpandableBlockquote,
}

/// <summary>Where a file of a request comes from.</summary>
public enum FileType
{
    Stream,
    Id,
    Url,
}
