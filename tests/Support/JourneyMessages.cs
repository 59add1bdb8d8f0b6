using System.Globalization;
using System.Text.RegularExpressions;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Support;

/// <summary>Turns a person's line of a transcript into the messages that a channel would hand over.</summary>
public static partial class JourneyMessages
{
    private static int media;

    public static IEnumerable<IncomingMessage> Of(string line, Channel channel, string address)
    {
        var phone = channel == Channel.WhatsApp ? address["whatsapp:".Length..] : null;
        var plain = new IncomingMessage { Channel = channel, ExternalId = "", Address = address, Phone = phone, Kind = IncomingKind.Text, Text = line };
        if (Bracket().Match(line) is not { Success: true } bracket) return [plain];
        var (what, caption) = (bracket.Groups[1].Value, bracket.Groups[2].Value.Trim());
        var words = caption.Length > 0 ? caption : null;
        if (what.StartsWith("album", StringComparison.Ordinal))
        {
            var captions = what.Split(':') is [_, var names] ? names.Split(',') : [];
            var count = int.Parse(what.Split(' ')[1], CultureInfo.InvariantCulture);
            return Enumerable.Range(0, count).Select(n => plain with { Kind = IncomingKind.Media, Text = n < captions.Length ? captions[n].Replace("buram", "", StringComparison.Ordinal).Trim() : null, Media = [Photo(n < captions.Length ? captions[n] : "")] });
        }

        return what.Split(' ')[0] switch
        {
            "foto" => [plain with { Kind = IncomingKind.Media, Text = words, Media = [Photo(what)] }],
            "video" => [plain with { Kind = IncomingKind.Media, Text = words, Media = [new IncomingMedia($"video-{Interlocked.Increment(ref media)}", "video/mp4", null, 1000, MediaKind.Video)] }],
            "berkas" => [plain with { Kind = IncomingKind.Media, Text = words, Media = [Document(what["berkas ".Length..])] }],
            "pesan" => [plain with { Kind = IncomingKind.Voice, Text = null, Media = [new IncomingMedia($"voice-{Interlocked.Increment(ref media)}", "audio/ogg", null, 1000, MediaKind.Voice)] }],
            "stiker" => [plain with { Kind = IncomingKind.Sticker, Text = null }],
            "lokasi" => [plain with { Kind = IncomingKind.Location, Text = null, Location = Point(what["lokasi ".Length..]) }],
            "kontak" => [plain with { Kind = IncomingKind.Contact, Text = null, ContactPhone = what["kontak ".Length..].Split(',')[0], ContactIsOwn = what.Contains("milik sendiri", StringComparison.Ordinal) }],
            "tombol" => [plain with { Text = what["tombol lama: ".Length..] }],
            _ => throw new ArgumentException($"Unknown bracket: {line}", nameof(line)),
        };
    }

    /// <summary>"kk.pdf", "kk.pdf terkunci", or "25 MB" for a file of that size.</summary>
    private static IncomingMedia Document(string nameOrSize) => nameOrSize.Split(' ') switch
    {
        [var size, "MB"] => new($"file-{Interlocked.Increment(ref media)}", "application/pdf", null, long.Parse(size, CultureInfo.InvariantCulture) * 1_000_000, MediaKind.File),
        [var name, "terkunci"] => new($"{JourneyFiles.Locked}-{Interlocked.Increment(ref media)}", "application/pdf", name, 1000, MediaKind.File),
        [var name, "berprogram"] => new($"{JourneyFiles.Active}-{Interlocked.Increment(ref media)}", "application/pdf", name, 1000, MediaKind.File),
        [var name, "rusak"] => new($"{JourneyFiles.Broken}-{Interlocked.Increment(ref media)}", "image/jpeg", name, 1000, MediaKind.File),
        _ => new($"file-{Interlocked.Increment(ref media)}", "application/pdf", nameOrSize, 1000, MediaKind.File),
    };

    /// <summary>"foto", "foto buram", or "foto sama" for the one that was sent as such before.</summary>
    private static IncomingMedia Photo(string what)
    {
        var words = what.Split(' ');
        if (words is ["foto", "ktp", .. var holder]) return new($"{JourneyFiles.Card}-{Interlocked.Increment(ref media)}", "image/jpeg", string.Join(' ', holder), 1000, MediaKind.Photo);
        var name = words.Contains("sama") ? JourneyFiles.Same : $"{(words.Contains("buram") ? JourneyFiles.Blurred : "photo")}-{Interlocked.Increment(ref media)}";
        return new(name, "image/jpeg", null, 1000, MediaKind.Photo);
    }

    private static GeoPoint Point(string text)
    {
        var parts = text.Split(',');
        return new GeoPoint(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\[([^\]]+)\](.*)$")]
    private static partial Regex Bracket();
}
