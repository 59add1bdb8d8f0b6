using System.Buffers.Binary;

namespace Puskesos.Core.Documents.Checks;

/// <summary>The one thing of EXIF that a picture needs: which side is up (tag 0x0112, values 1 to 8).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int EntryBytes = 12;

    /// <summary>The value in an APP1 segment's body, or 0 when it has none.</summary>
    public static int Find(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("Exif\0\0"u8)) return 0;
        var tiff = body[6..];
        var little = tiff.StartsWith("II"u8);
        ushort Short(ReadOnlySpan<byte> bytes) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var first = (int)(little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]));
        if (first < 0 || first + 2 > tiff.Length) return 0;
        var entries = tiff[(first + 2)..];
        for (var left = Short(tiff[first..]); left > 0 && entries.Length >= EntryBytes; left--, entries = entries[EntryBytes..])
            if (Short(entries) == Tag) return Short(entries[8..]) is >= 1 and <= 8 and var side ? side : 0;
        return 0;
    }

    /// <summary>An APP1 segment that says this and nothing else.</summary>
    public static byte[] Segment(int side) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)side, 0, 0, 0, 0, 0, 0,
    ];
}
