using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Puskesos.Tests.Core.Documents;

/// <summary>Pictures made by the tests themselves: cards with print, as sharp, dark or blurred as wanted.</summary>
public static class SamplePictures
{
    /// <summary>A grey PNG of this size; <paramref name="pixel"/> gives the brightness of a point.</summary>
    public static byte[] Png(int width, int height, Func<int, int, byte> pixel, params (string Name, byte[] Body)[] extra)
    {
        var rows = new byte[height * (width + 1)];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) rows[(y * (width + 1)) + 1 + x] = pixel(x, y);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(rows);
        return PngOf(width, height, packed.ToArray(), extra);
    }

    /// <summary>A PNG whose header claims this size, whatever its data says.</summary>
    public static byte[] PngOf(int width, int height, byte[] packed, params (string Name, byte[] Body)[] extra)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        byte[] start = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        return [.. start, .. Chunk("IHDR", header), .. extra.SelectMany(chunk => Chunk(chunk.Name, chunk.Body)), .. Chunk("IDAT", packed), .. Chunk("IEND", [])];
    }

    /// <summary>Lines of print on a card; blur in pixels, light from 0 to 1; another seed is another text.</summary>
    public static byte[] Card(int width = 1600, int height = 1000, int blur = 0, double light = 1, int seed = 0)
    {
        var print = new byte[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) print[(y * width) + x] = IsPrint(x, y, seed) ? (byte)30 : (byte)225;
        if (blur > 0) print = Blurred(print, width, height, blur);
        return Png(width, height, (x, y) => (byte)(print[(y * width) + x] * light));
    }

    private static bool IsPrint(int x, int y, int seed) => y / 40 % 2 == 1 && x / 9 % 3 != 0 && (x / 90) % 7 != 6 && (((x / 9) * 31) + ((y / 10) * 17) + Text(x / 9, y / 40, seed)) % 5 > 1;

    /// <summary>Text 0 is the plain pattern; every other seed has a letter of its own at each place, so that no two cards are one file.</summary>
    private static int Text(int column, int line, int seed) => seed == 0 ? 0 : (int)(unchecked((((uint)column * 2654435761) ^ ((uint)line * 2246822519) ^ (uint)seed) * 3266489917) >> 16);

    private static byte[] Blurred(byte[] pixels, int width, int height, int reach)
    {
        var once = Averaged(pixels, width, height, reach, 1, width);
        return Averaged(once, height, width, reach, width, 1);
    }

    private static byte[] Averaged(byte[] pixels, int along, int across, int reach, int step, int stride)
    {
        var result = new byte[pixels.Length];
        for (var line = 0; line < across; line++)
        {
            for (var at = 0; at < along; at++)
            {
                var (sum, count) = (0, 0);
                for (var near = Math.Max(0, at - reach); near <= Math.Min(along - 1, at + reach); near++, count++) sum += pixels[(line * stride) + (near * step)];
                result[(line * stride) + (at * step)] = (byte)(sum / count);
            }
        }

        return result;
    }

    private static byte[] Chunk(string name, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), Checksum(chunk.AsSpan(4, 4 + body.Length)));
        return chunk;
    }

    /// <summary>CRC-32 as PNG wants it.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
