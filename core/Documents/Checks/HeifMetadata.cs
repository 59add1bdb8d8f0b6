using System.Buffers.Binary;

namespace Puskesos.Core.Documents.Checks;

/// <summary>
/// Blanks, in place, what a HEIF picture says of where, when and with what it was taken: its boxes of makers' own kinds, and its items of type Exif and XMP, found by the
/// list of items and the list of their places (ISO/IEC 14496-12 §8.11.3 and §8.11.6; 23008-12 annex A).
/// </summary>
internal static class HeifMetadata
{
    private const int BoxHead = 8;
    private const int FullBoxHead = 4;

    // Names of boxes: meta, iinf, infe, iloc, idat.
    private const uint Meta = 0x6D657461;
    private const uint Items = 0x69696E66;
    private const uint Entry = 0x696E6665;
    private const uint Locations = 0x696C6F63;
    private const uint Data = 0x69646174;

    /// <summary>A box of a maker's own kind: where programs put what the standard has no place for, also where and by whom a photo was taken.</summary>
    private const uint Own = 0x75756964;

    /// <summary>The picture with those items filled with zeros; unchanged where it has none. Throws <see cref="ArgumentOutOfRangeException"/> when a length points beyond its end.</summary>
    public static byte[] Blank(ReadOnlySpan<byte> picture)
    {
        var blanked = picture.ToArray();
        foreach (var (name, body) in Boxes(blanked, new Part(0, blanked.Length)))
            if (name == Own) blanked.AsSpan(body.Start, body.Length).Clear();
        if (Find(blanked, new Part(0, blanked.Length), Meta) is not { } box) return blanked;
        var meta = box.From(FullBoxHead);
        if (Find(blanked, meta, Items) is not { } list || Find(blanked, meta, Locations) is not { } places) return blanked;
        var items = Metadata(blanked, list);
        foreach (var extent in Places(blanked, places, Find(blanked, meta, Data), items)) blanked.AsSpan(extent.Start, extent.Length).Clear();
        return blanked;
    }

    /// <summary>The numbers of the items that are Exif, or XMP (a MIME item; pictures have no other).</summary>
    private static HashSet<uint> Metadata(ReadOnlySpan<byte> file, Part list)
    {
        var items = new HashSet<uint>();
        var isShort = file[list.Start..][0] == 0;
        foreach (var (name, entry) in Boxes(file, list.From(FullBoxHead + (isShort ? sizeof(ushort) : sizeof(uint)))))
        {
            if (name != Entry) continue;
            var body = file.Slice(entry.Start, entry.Length);
            var version = body[..1][0];
            if (version < 2) continue; // such entries name a MIME type of their own; HEIF uses 2 and 3
            body = body[FullBoxHead..];
            var id = (uint)Number(ref body, version == 2 ? sizeof(ushort) : sizeof(uint));
            if (body[sizeof(ushort)..].StartsWith("Exif"u8) || body[sizeof(ushort)..].StartsWith("mime"u8)) items.Add(id);
        }

        return items;
    }

    private static List<Part> Places(ReadOnlySpan<byte> file, Part box, Part? inside, HashSet<uint> items)
    {
        var places = new List<Part>();
        var rest = file.Slice(box.Start, box.Length);
        var version = (int)Number(ref rest, FullBoxHead) >> 24;
        var sizes = (int)Number(ref rest, sizeof(ushort));
        var (offsetSize, lengthSize, baseSize, indexSize) = (sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version == 0 ? 0 : sizes & 15);
        if (lengthSize == 0) return places; // no extent says how long it is
        long sum = 0;
        for (var left = Number(ref rest, version < 2 ? sizeof(ushort) : sizeof(uint)); left > 0; left--)
        {
            var id = (uint)Number(ref rest, version < 2 ? sizeof(ushort) : sizeof(uint));
            var method = version == 0 ? 0 : (int)Number(ref rest, sizeof(ushort)) & 15;
            Number(ref rest, sizeof(ushort)); // in this file
            var start = Number(ref rest, baseSize) + (method == 1 ? inside?.Start ?? 0 : 0);
            for (var extents = Number(ref rest, sizeof(ushort)); extents > 0; extents--)
            {
                Number(ref rest, indexSize);
                var (offset, length) = (Number(ref rest, offsetSize), Number(ref rest, lengthSize));
                if (!items.Contains(id) || method > 1) continue;
                // No more than the file can be told of: who names one stretch a million times is no camera.
                sum += Math.Min(length, int.MaxValue);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(sum, file.Length);
                places.Add(new Part(checked((int)Math.Min(start + offset, int.MaxValue)), (int)Math.Min(length, int.MaxValue)));
            }
        }

        return places;
    }

    private static Part? Find(ReadOnlySpan<byte> file, Part within, uint name)
    {
        foreach (var (found, body) in Boxes(file, within))
            if (found == name) return body;
        return null;
    }

    private static List<(uint Name, Part Body)> Boxes(ReadOnlySpan<byte> file, Part within)
    {
        var boxes = new List<(uint, Part)>();
        for (var (at, end) = (within.Start, within.Start + within.Length); at + BoxHead <= end;)
        {
            var head = file[at..end];
            var (size, start) = ((long)BinaryPrimitives.ReadUInt32BigEndian(head), BoxHead);
            if (size == 0) size = end - at; // to the end
            if (size == 1) (size, start) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(head[BoxHead..]), int.MaxValue), BoxHead + sizeof(ulong));
            if (size < start || at + size > end) break;
            boxes.Add((BinaryPrimitives.ReadUInt32BigEndian(head[4..]), new Part(at + start, (int)size - start)));
            at += (int)size;
        }

        return boxes;
    }

    private static long Number(ref ReadOnlySpan<byte> from, int bytes)
    {
        long number = 0;
        foreach (var digit in from[..bytes]) number = (number << 8) | digit;
        from = from[bytes..];
        return number & long.MaxValue;
    }

    /// <summary>A stretch of the file.</summary>
    private readonly record struct Part(int Start, int Length)
    {
        public Part From(int bytes) => Length >= bytes ? new Part(Start + bytes, Length - bytes) : throw new ArgumentOutOfRangeException(nameof(bytes));
    }
}
