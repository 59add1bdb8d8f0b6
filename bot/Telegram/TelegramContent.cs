using System.Text.Json;
using Puskesos.Core.Messaging;
using Telegram.Bot.Types;

namespace Puskesos.Bot.Telegram;

/// <summary>Reads what a private message consists of. Some fields double another one (venue sets location, animation sets document): the special one is asked first.</summary>
internal static class TelegramContent
{
    private const string PhotoType = "image/jpeg";

    /// <summary>Digits of a phone number in E.164.</summary>
    private const int MostPhoneDigits = 15;
    private const int FewestPhoneDigits = 8;

    /// <summary>Fields of messages that nobody wrote: they get no answer. Every other unknown field is something that a person sent.</summary>
    private static readonly HashSet<string> ServiceFields = new(StringComparer.Ordinal)
    {
        "pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "users_shared", "chat_shared", "connected_website",
        "successful_payment", "refunded_payment", "proximity_alert_triggered", "chat_background_set", "gift", "unique_gift", "giveaway_completed",
        "video_chat_scheduled", "video_chat_started", "video_chat_ended", "video_chat_participants_invited", "web_app_data", "boost_added",
        "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo", "group_chat_created",
        "migrate_to_chat_id", "migrate_from_chat_id", "paid_message_price_changed", "direct_message_price_changed",
    };

    /// <summary>The message, or null when Telegram itself wrote it.</summary>
    public static IncomingMessage? Read(IncomingMessage head, Message message, JsonElement? raw) => message switch
    {
        { Text: { } text } => head with { Kind = IncomingKind.Text, Text = WithoutBotName(text) },
        { Animation: not null } or { VideoNote: not null } => head,
        { Venue: { } venue } => Place(head, venue.Location, $"{venue.Title}, {venue.Address}"),
        { Location: { } point } => Place(head, point, null),
        { Contact: { } contact } => Card(head, contact, message.From),
        { Photo: { } sizes } => Files(head, message, IncomingKind.Media, sizes.MaxBy(size => (long)size.Width * size.Height), PhotoType, null, MediaKind.Photo),
        { Voice: { } voice } => Files(head, message, IncomingKind.Voice, voice, voice.MimeType, null, MediaKind.Voice),
        { Audio: { } audio } => Files(head, message, IncomingKind.Voice, audio, audio.MimeType, audio.FileName, MediaKind.Voice),
        { Video: { } video } => Files(head, message, IncomingKind.Media, video, video.MimeType, video.FileName, MediaKind.Video),
        { Document: { } file } => Files(head, message, IncomingKind.Media, file, file.MimeType, file.FileName, MediaKind.File),
        { Sticker: not null } => head with { Kind = IncomingKind.Sticker },
        _ => raw is { } fields && fields.EnumerateObject().Any(field => ServiceFields.Contains(field.Name)) ? null : head,
    };

    private static IncomingMessage Place(IncomingMessage head, Location? point, string? name) =>
        point is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }
            ? head with { Kind = IncomingKind.Location, Location = new GeoPoint(point.Latitude, point.Longitude), Text = name }
            : head with { Kind = IncomingKind.Unreadable };

    private static IncomingMessage Card(IncomingMessage head, Contact contact, User? sender)
    {
        var own = contact.UserId is { } id && id == sender?.Id;
        return head with
        {
            Kind = IncomingKind.Contact,
            ContactPhone = contact.PhoneNumber,
            ContactIsOwn = own,
            Phone = own ? International(contact.PhoneNumber) : null,
        };
    }

    private static IncomingMessage Files(
        IncomingMessage head, Message message, IncomingKind kind, FileBase? file, string? type, string? name, MediaKind how) =>
        file?.FileId is { Length: > 0 } id
            ? head with { Kind = kind, Text = message.Caption, Media = [new IncomingMedia(id, type, name, file.FileSize, how)] }
            : head with { Kind = IncomingKind.Unreadable, Text = message.Caption };

    /// <summary>Telegram gives a person's own number in full, but mostly without the plus sign.</summary>
    private static string? International(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length is >= FewestPhoneDigits and <= MostPhoneDigits && digits[0] != '0' ? $"+{digits}" : null;
    }

    /// <summary>/start@our_bot is /start: clients add the name when they pick a command from a list.</summary>
    private static string WithoutBotName(string text)
    {
        if (!text.StartsWith('/')) return text;
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        var command = end < 0 ? text : text[..end];
        var at = command.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? text : command[..at] + text[command.Length..];
    }
}
