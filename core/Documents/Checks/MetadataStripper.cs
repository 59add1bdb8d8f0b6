using System.Buffers.Binary;
using System.Text;

namespace Puskesos.Core.Documents.Checks;

/// <summary>
/// Takes out of a picture what tells where, when and with what it was taken (EXIF, XMP, IPTC, comments), and nothing else.
/// Our own code, so that it also happens where no decoder is installed.
/// </summary>
public static class MetadataStripper
{
    /// <summary>The picture without its metadata, or null when its structure is broken or its kind is not known here.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> picture, string contentType)
    {
        try
        {
            return contentType switch
            {
                ContentTypes.Jpeg => StripJpeg(picture),
                ContentTypes.Png => StripPng(picture),
                ContentTypes.Webp => StripWebp(picture),
                ContentTypes.Heic => HeifMetadata.Blank(picture),
                ContentTypes.Gif => GifMetadata.Strip(picture),
                _ => null,
            };
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return null; // a length points beyond the end
        }
    }

    /// <summary>What draws a PNG beside its critical chunks: colours, transparency, size of a point, films. Whatever else programs put in is not kept.</summary>
    private static readonly string[] DrawingChunks = ["tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "iCCP", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "sPLT", "pHYs", "acTL", "fcTL", "fdAT"];

    /// <summary>What draws a WebP.</summary>
    private static readonly string[] WebpChunks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <summary>
    /// Keeps JFIF (APP0), colour profiles (APP2) and Adobe's colour transform (APP14); of EXIF only which side is up. What phones append
    /// behind the end mark (videos, second pictures) goes too.
    /// </summary>
    private static byte[] StripJpeg(ReadOnlySpan<byte> jpeg)
    {
        var kept = new MemoryStream(jpeg.Length);
        kept.Write(jpeg[..2]);
        var at = 2;
        while (at + 4 <= jpeg.Length)
        {
            if (jpeg[at] != 0xFF) throw new ArgumentOutOfRangeException(nameof(jpeg), "No marker where one must be.");
            var marker = jpeg[at + 1];
            if (marker == 0xD9) break;
            if (marker == 0xFF)
            {
                at++; // fill bytes before a marker
                continue;
            }

            var segment = jpeg.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]));
            if (marker == 0xE1 && ExifOrientation.Find(segment[4..]) is > 1 and var side) kept.Write(ExifOrientation.Segment(side));
            else if (!IsMetadata(marker, segment[4..])) kept.Write(segment);
            at += segment.Length;
            if (marker != 0xDA) continue;
            var scan = ScanLength(jpeg[at..]);
            kept.Write(jpeg.Slice(at, scan));
            at += scan;
        }

        if (at + 2 <= jpeg.Length && jpeg[at + 1] == 0xD9) kept.Write(jpeg.Slice(at, 2));
        return kept.ToArray();
    }

    private static bool IsMetadata(byte marker, ReadOnlySpan<byte> body) =>
        marker == 0xFE || (marker is >= 0xE1 and <= 0xEF and not 0xEE && !(marker == 0xE2 && body.StartsWith("ICC_PROFILE"u8)));

    /// <summary>Compressed data runs to the next marker; FF 00 is a stuffed byte and FF D0 to D7 are restarts within it.</summary>
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
            if (data[at] == 0xFF && data[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        return data.Length;
    }

    private static byte[] StripPng(ReadOnlySpan<byte> png)
    {
        var kept = new MemoryStream(png.Length);
        kept.Write(png[..8]);
        var at = 8;
        while (at < png.Length)
        {
            var chunk = png.Slice(at, checked(12 + (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(png[at..]), int.MaxValue - 12)));
            var name = chunk.Slice(4, 4);
            if (char.IsAsciiLetterUpper((char)name[0]) || DrawingChunks.Contains(Encoding.Latin1.GetString(name))) kept.Write(chunk);
            at += chunk.Length;
            if (name.SequenceEqual("IEND"u8)) break;
        }

        return kept.ToArray();
    }

    private static byte[] StripWebp(ReadOnlySpan<byte> webp)
    {
        const int exifAndXmpFlags = 0b0000_1100;
        var kept = new MemoryStream(webp.Length);
        kept.Write(webp[..12]);
        var at = 12;
        // What stands behind the end that the file itself tells is no picture.
        webp = webp[..(int)Math.Min(webp.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]))];
        while (at + 8 <= webp.Length)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]), int.MaxValue - 16);
            var chunk = webp.Slice(at, 8 + length).ToArray();
            if (chunk.AsSpan().StartsWith("VP8X"u8)) chunk[8] &= unchecked((byte)~exifAndXmpFlags);
            if (WebpChunks.Contains(Encoding.Latin1.GetString(chunk, 0, 4)))
            {
                kept.Write(chunk);
                if (length % 2 == 1) kept.WriteByte(0);
            }

            at += 8 + length + (length % 2);
        }

        var whole = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(4), (uint)whole.Length - 8);
        return whole;
    }
}
