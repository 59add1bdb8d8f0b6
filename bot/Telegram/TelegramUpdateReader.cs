using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Puskesos.Core.Messaging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Puskesos.Bot.Telegram;

/// <summary>What one update says.</summary>
/// <param name="UpdateId">The update's id.</param>
/// <param name="Message">What a person did, or null when it is nothing for us.</param>
/// <param name="TapId">The tap that must be answered, or the client shows a spinner.</param>
internal sealed record TelegramReading(int UpdateId, IncomingMessage? Message, string? TapId = null);

/// <summary>Turns an update into a message of a person.</summary>
internal static class TelegramUpdateReader
{
    /// <summary>Anonymous, but the same for the same body: a repeated delivery of something unreadable is stored once.</summary>
    private const string UnreadablePrefix = "sha256:";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>The update, or null when it cannot be read.</summary>
    public static TelegramReading? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var update = document.Deserialize<Update>(JsonBotAPI.Options);
            return update is { Id: > 0 } ? Read(update, document.RootElement) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or FormatException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // Numbers beyond their range surface as any of these, depending on the converter that met them.
            return null;
        }
    }

    /// <summary>The id under which an unreadable update is kept.</summary>
    public static string UnreadableId(ReadOnlyMemory<byte> body) => UnreadablePrefix + Convert.ToHexStringLower(SHA256.HashData(body.Span));

    private static TelegramReading Read(Update update, JsonElement raw) => update switch
    {
        { Message: { } message } => new(update.Id, FromMessage(update.Id, message, raw.GetProperty("message"))),
        { EditedMessage: { } edited } => new(update.Id, FromEdit(update.Id, edited)),
        { CallbackQuery: { } tap } => new(update.Id, FromTap(update.Id, tap), tap.Id),
        { MyChatMember: { } standing } => new(update.Id, FromStanding(update.Id, standing)),
        _ => new(update.Id, null),
    };

    private static IncomingMessage? FromMessage(int updateId, Message message, JsonElement raw)
    {
        var head = Head(updateId, message.Chat, message.From) with
        {
            MessageId = Text(message.Id),
            SentAt = Sent(message.Date),
            AlbumId = message.MediaGroupId,
            ReplyToId = message.ReplyToMessage is { Id: > 0 } quoted ? Text(quoted.Id) : null,
        };
        if (IsPrivate(message.Chat)) return TelegramContent.Read(head, message, raw);

        // What people say to each other in a group is not for us: only that it was a group is kept.
        return IsHouseKeeping(message) ? null : head with { Kind = IncomingKind.Group, DisplayName = null, ReplyToId = null };
    }

    private static IncomingMessage? FromEdit(int updateId, Message edited)
    {
        // A live location edits its message every few seconds; the first point is the answer.
        if (!IsPrivate(edited.Chat) || edited.Location is not null) return null;
        var head = Head(updateId, edited.Chat, edited.From) with { SentAt = Sent(edited.EditDate ?? edited.Date), ReplyToId = Text(edited.Id) };
        var content = TelegramContent.Read(head, edited, raw: null);
        return content is { Text: not null } or { Media.Count: > 0 } ? content with { Kind = IncomingKind.Edit } : null;
    }

    private static IncomingMessage FromTap(int updateId, CallbackQuery tap)
    {
        // Without its message (sent too long ago) the private chat has the person's own id.
        var chat = tap.Message?.Chat ?? new Chat { Id = tap.From?.Id ?? 0, Type = ChatType.Private };
        var head = Head(updateId, chat, tap.From);
        if (!IsPrivate(chat)) return head with { Kind = IncomingKind.Group, DisplayName = null };
        var label = tap.Message?.ReplyMarkup?.InlineKeyboard.SelectMany(row => row).FirstOrDefault(button => button.CallbackData == tap.Data)?.Text;
        return head with
        {
            Kind = IncomingKind.Choice,
            ChoiceId = tap.Data,
            Text = label,
            ReplyToId = tap.Message is { Id: > 0 } message ? Text(message.Id) : null,
        };
    }

    private static IncomingMessage? FromStanding(int updateId, ChatMemberUpdated standing)
    {
        if (!IsPrivate(standing.Chat)) return null;
        var head = Head(updateId, standing.Chat, standing.From) with { SentAt = Sent(standing.Date) };
        return standing.NewChatMember?.Status switch
        {
            ChatMemberStatus.Kicked => head with { Kind = IncomingKind.Blocked },
            ChatMemberStatus.Member => head with { Kind = IncomingKind.Unblocked },
            _ => null,
        };
    }

    private static IncomingMessage Head(int updateId, Chat? chat, User? from)
    {
        if (chat is not { Id: not 0 }) throw new JsonException("An update without a chat.");
        var name = $"{from?.FirstName} {from?.LastName}".Trim();
        return new IncomingMessage
        {
            Channel = Channel.Telegram,
            ExternalId = Text(updateId),
            Address = chat.Id.ToString(CultureInfo.InvariantCulture),
            DisplayName = name == "" ? null : name,
            Kind = IncomingKind.Unsupported,
        };
    }

    // Ids of groups and channels are negative; a type that is newer than the library reads as 0.
    private static bool IsPrivate(Chat? chat) => chat is { Type: ChatType.Private } or { Type: 0, Id: > 0 };

    private static bool IsHouseKeeping(Message message) =>
        message is { MigrateToChatId: not null } or { MigrateFromChatId: not null } or { LeftChatMember: not null };

    private static DateTimeOffset? Sent(DateTime date) => date == default ? null : new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
