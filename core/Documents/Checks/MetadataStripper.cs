using System.Buffers.Binary;

namespace Puskesos.Core.Documents.Checks;

/// <summary>
/// Takes out of a picture what tells where, when and with what it was taken (EXIF, XMP, IPTC, comments), and nothing else.
/// Our own code, so that it also happens where no decoder is installed.
/// </summary>
public static class MetadataStripper
{
    /// <summary>The picture without its metadata, or null when its structure is broken. A GIF, which no camera makes, comes back unchanged.</summary>
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
                _ => picture.ToArray(),
            };
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return null; // a length points beyond the end
        }
    }

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
            var isMetadata = name.SequenceEqual("eXIf"u8) || name.SequenceEqual("tEXt"u8) || name.SequenceEqual("zTXt"u8) || name.SequenceEqual("iTXt"u8) || name.SequenceEqual("tIME"u8);
            if (!isMetadata) kept.Write(chunk);
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
        while (at + 8 <= webp.Length)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]), int.MaxValue - 16);
            var chunk = webp.Slice(at, 8 + length).ToArray();
            if (chunk.AsSpan().StartsWith("VP8X"u8)) chunk[8] &= unchecked((byte)~exifAndXmpFlags);
            if (!chunk.AsSpan().StartsWith("EXIF"u8) && !chunk.AsSpan().StartsWith("XMP "u8))
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
