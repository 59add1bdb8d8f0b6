namespace Puskesos.Core.Documents.Checks;

/// <summary>
/// Leaves out of a GIF what is no picture: comments, words, and what programs put in for themselves (XMP, a place of taking); of those
/// only how often a film begins anew stays. What follows the end mark goes too (GIF89a specification, §17 to §27).
/// </summary>
internal static class GifMetadata
{
    private const int HeaderBytes = 6;
    private const int ScreenBytes = 7;
    private const int ImageBytes = 10;

    // What a block begins with, and kinds of extensions.
    private const byte Image = 0x2C;
    private const byte Extension = 0x21;
    private const byte End = 0x3B;
    private const byte Control = 0xF9;
    private const byte Application = 0xFF;

    /// <summary>The GIF without them. Throws <see cref="ArgumentOutOfRangeException"/> when a length points beyond its end or a block is of no known kind.</summary>
    public static byte[] Strip(ReadOnlySpan<byte> gif)
    {
        var kept = new MemoryStream(gif.Length);
        var at = HeaderBytes + ScreenBytes;
        at += ColoursOf(gif[at - 3]);
        kept.Write(gif[..at]);
        while (gif[at..][0] != End)
        {
            var block = gif.Slice(at, gif[at] switch
            {
                Image => ImageLength(gif[at..]),
                Extension => 2 + ChainLength(gif[(at + 2)..]),
                _ => throw new ArgumentOutOfRangeException(nameof(gif), "No block where one must be."),
            });
            if (gif[at] == Image || gif[at + 1] == Control || IsLoop(block)) kept.Write(block);
            at += block.Length;
        }

        kept.WriteByte(End);
        return kept.ToArray();
    }

    /// <summary>Descriptor, colours of its own, width of the code, and the packed points.</summary>
    private static int ImageLength(ReadOnlySpan<byte> image)
    {
        var start = ImageBytes + ColoursOf(image[ImageBytes - 1]) + 1;
        return start + ChainLength(image[start..]);
    }

    /// <summary>The bytes of a table of colours, as the flags before it tell: 2 to 256 of three bytes, or none.</summary>
    private static int ColoursOf(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>Parts, each with its length before it, up to one of length nought.</summary>
    private static int ChainLength(ReadOnlySpan<byte> chain)
    {
        var at = 0;
        while (chain[at..][0] is > 0 and var length) at += 1 + length;
        return at + 1;
    }

    /// <summary>NETSCAPE2.0 or ANIMEXTS1.0 with nothing in it but the number of repeats.</summary>
    private static bool IsLoop(ReadOnlySpan<byte> block) =>
        block[1] == Application && block.Length == 19 && (block[3..].StartsWith("NETSCAPE2.0"u8) || block[3..].StartsWith("ANIMEXTS1.0"u8)) && block[14] == 3 && block[15] == 1;
}
