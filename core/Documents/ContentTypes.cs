using System.Text;

namespace Puskesos.Core.Documents;

/// <summary>What a file really is, by its first bytes. The sender's name and type are never believed.</summary>
public static class ContentTypes
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Webp = "image/webp";
    public const string Gif = "image/gif";
    public const string Heic = "image/heic";
    public const string Pdf = "application/pdf";
    public const string Ogg = "audio/ogg";
    public const string Mp4 = "video/mp4";
    public const string Webm = "video/webm";
    public const string Mp3 = "audio/mpeg";
    public const string Aac = "audio/aac";
    public const string Amr = "audio/amr";
    public const string Zip = "application/zip";
    public const string Html = "text/html";
    public const string Svg = "image/svg+xml";
    public const string Unknown = "application/octet-stream";

    /// <summary>So many first bytes decide: PDF readers accept the header anywhere in the first 1024.</summary>
    public const int HeadBytes = 1024;

    /// <summary>Boxes of ISO media files that hold a picture (HEIF brands).</summary>
    private static readonly string[] PictureBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"];

    /// <summary>The type of the content that begins with <paramref name="head"/>.</summary>
    public static string Find(ReadOnlySpan<byte> head) =>
        head.StartsWith(JpegMark) ? Jpeg
        : head.StartsWith(PngMark) ? Png
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) ? Webp
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? Gif
        : head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? MediaOf(head.Slice(8, 4))
        : RecordingOf(head) is { } recording ? recording
        : head.StartsWith(ZipMark) ? Zip
        : head[..Math.Min(head.Length, HeadBytes)].IndexOf("%PDF-"u8) >= 0 ? Pdf
        : TextOf(head);

    /// <summary>The ending of a download's name.</summary>
    public static string EndingOf(string? contentType) => contentType switch
    {
        Jpeg => ".jpg",
        Png => ".png",
        Webp => ".webp",
        Gif => ".gif",
        Heic => ".heic",
        Pdf => ".pdf",
        Ogg => ".ogg",
        Mp4 => ".mp4",
        Webm => ".webm",
        Mp3 => ".mp3",
        Aac => ".aac",
        Amr => ".amr",
        Zip => ".zip",
        _ => ".bin",
    };

    /// <summary>True for what our own decoder may be given.</summary>
    public static bool IsPicture(string contentType) => contentType is Jpeg or Png or Webp or Gif or Heic;

    /// <summary>True for sound and film, as phones record it: a story or a proof, never a paper.</summary>
    public static bool IsRecording(string contentType) => contentType is Ogg or Mp4 or Webm or Mp3 or Aac or Amr;

    private static ReadOnlySpan<byte> JpegMark => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> WebmMark => [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>Sound that chats carry (CHANNELS §2.6): Opus of voice notes, and what other apps record. The last two begin with a frame, MPEG layer 3 or ADTS.</summary>
    private static string? RecordingOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("OggS"u8) ? Ogg
        : head.StartsWith(WebmMark) ? Webm
        : head.StartsWith("#!AMR"u8) ? Amr
        : head.StartsWith("ID3"u8) || IsFrame(head, 0xFB, 0xFA, 0xF3, 0xF2) ? Mp3
        : IsFrame(head, 0xF1, 0xF9) ? Aac
        : null;

    private static bool IsFrame(ReadOnlySpan<byte> head, params ReadOnlySpan<byte> kinds) => head.Length > 1 && head[0] == 0xFF && kinds.Contains(head[1]);

    private static string MediaOf(ReadOnlySpan<byte> brand) => PictureBrands.Contains(Encoding.ASCII.GetString(brand)) ? Heic : Mp4;

    private static string TextOf(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (text.Contains("<svg", StringComparison.Ordinal)) return Svg;
        return text.StartsWith('<') || text.Contains("<html", StringComparison.Ordinal) || text.Contains("<script", StringComparison.Ordinal) ? Html : Unknown;
    }
}
