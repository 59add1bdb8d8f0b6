using System.Globalization;
using System.Text.RegularExpressions;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Turns the form of an inbound message into a message of a person.</summary>
internal static partial class WhatsAppFormReader
{
    /// <summary>WhatsApp sends one file per message; Twilio's own limit for other channels is ten.</summary>
    private const int MostMedia = 10;

    /// <summary>Business-scoped ids: country, dot, up to 128 letters and digits, with the prefix before.</summary>
    private const int LongestAddress = 160;

    /// <summary>Kinds that WhatsApp may bring and we do not serve, whose body is empty.</summary>
    private static readonly HashSet<string> EmptyByNature = new(StringComparer.OrdinalIgnoreCase) { "order", "reaction", "poll", "system", "unsupported", "unknown", "event" };

    /// <summary>The message, or null when it lacks what identifies it or its sender.</summary>
    public static IncomingMessage? Read(WhatsAppCall form)
    {
        if (SidOf(form) is not { } sid || AddressOf(form["From"]) is not { } address) return null;
        var alt = AddressOf(form["ExternalUserId"]);
        var head = new IncomingMessage
        {
            Channel = Channel.WhatsApp,
            ExternalId = sid,
            Address = address,
            AltAddress = alt == address ? null : alt,
            Phone = PhoneOf(address),
            DisplayName = form["ProfileName"],
            ReplyToId = form["OriginalRepliedMessageSid"],
            Kind = IncomingKind.Text,
            Text = form["Body"],
        };
        return Content(head, form);
    }

    /// <summary>The message's id, by which a repeated delivery is known; null when it has none of Twilio's shape.</summary>
    public static string? SidOf(WhatsAppCall form) =>
        (form["MessageSid"] ?? form["SmsMessageSid"] ?? form["SmsSid"]) is { } sid && IsSid(sid) ? sid : null;

    public static bool IsSid(string text) => SidShape().IsMatch(text);

    /// <summary>An address as an answer must name it. A number without the prefix has been seen and is the same person; a plus that was not encoded arrives as a blank.</summary>
    public static string? AddressOf(string? from)
    {
        var bare = from?.Trim();
        if (bare is null or "" || bare.Length > LongestAddress) return null;
        if (bare.StartsWith(WhatsAppOptions.Prefix, StringComparison.OrdinalIgnoreCase)) bare = bare[WhatsAppOptions.Prefix.Length..].Trim();
        if (bare.Length > 0 && bare.All(char.IsAsciiDigit)) bare = $"+{bare}";
        return bare.Length == 0 || bare.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) ? null : WhatsAppOptions.Prefix + bare;
    }

    /// <summary>How a file of this type was sent.</summary>
    public static MediaKind KindOf(string? contentType) => contentType?.Split('/')[0].ToLowerInvariant() switch
    {
        "image" => MediaKind.Photo,
        "audio" => MediaKind.Voice,
        "video" => MediaKind.Video,
        _ => MediaKind.File,
    };

    /// <summary>The message with its files, of the kind that they make it.</summary>
    public static IncomingMessage WithMedia(IncomingMessage head, IReadOnlyList<IncomingMedia> media, string? messageType)
    {
        if (string.Equals(messageType, "sticker", StringComparison.OrdinalIgnoreCase)) return head with { Kind = IncomingKind.Sticker };
        if (media.Any(file => IsContactCard(file.ContentType))) return head with { Kind = IncomingKind.Contact, Media = media };
        return head with { Kind = media.All(file => file.Kind == MediaKind.Voice) ? IncomingKind.Voice : IncomingKind.Media, Media = media };
    }

    private static IncomingMessage Content(IncomingMessage head, WhatsAppCall form)
    {
        if (form["Latitude"] is { } latitude && form["Longitude"] is { } longitude) return Place(head, latitude, longitude, form);
        if ((form["ButtonPayload"] ?? form["ListId"]) is { } choice)
            return head with { Kind = IncomingKind.Choice, ChoiceId = choice, Text = form["ButtonText"] ?? form["ListTitle"] ?? head.Text };
        var media = MediaOf(form);
        if (media.Count > 0) return WithMedia(head, media, form["MessageType"]);

        // Told of files, but given none: they were lost on the way in, and the person must send them again.
        if (form["NumMedia"] is { } told && told != "0") return head with { Kind = IncomingKind.Unreadable };
        var text = head.Text ?? form["ButtonText"] ?? form["ListTitle"];
        if (text is not null) return head with { Text = text };
        return head with { Kind = EmptyByNature.Contains(form["MessageType"] ?? "") ? IncomingKind.Unsupported : IncomingKind.Unreadable };
    }

    // With the culture id-ID, -6.869412 would be read as -6869412.
    private static IncomingMessage Place(IncomingMessage head, string latitude, string longitude, WhatsAppCall form)
    {
        var read = double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north) & double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east);
        if (!read || north is not (>= -90 and <= 90) || east is not (>= -180 and <= 180)) return head with { Kind = IncomingKind.Unreadable };
        var name = string.Join(", ", new[] { form["Label"], form["Address"] }.OfType<string>());
        return head with { Kind = IncomingKind.Location, Location = new GeoPoint(north, east), Text = name == "" ? head.Text : name };
    }

    private static List<IncomingMedia> MediaOf(WhatsAppCall form)
    {
        var files = new List<IncomingMedia>();
        for (var at = 0; at < MostMedia; at++)
        {
            if (form[string.Create(CultureInfo.InvariantCulture, $"MediaUrl{at}")] is not { } url) continue;
            var type = form[string.Create(CultureInfo.InvariantCulture, $"MediaContentType{at}")];
            files.Add(new IncomingMedia(url, type, null, null, KindOf(type)));
        }

        return files;
    }

    private static bool IsContactCard(string? contentType) => contentType?.Contains("vcard", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The number, when the address is one; people may hide it behind a business-scoped id.</summary>
    public static string? PhoneOf(string address) => NumberShape().Match(address) is { Success: true } number ? number.Groups[1].Value : null;

    [GeneratedRegex(@"\A[A-Za-z]{2}[0-9A-Za-z]{2,62}\z")]
    private static partial Regex SidShape();

    [GeneratedRegex(@"\Awhatsapp:(\+[1-9][0-9]{7,14})\z")]
    private static partial Regex NumberShape();
}
