using System.Globalization;
using System.Text;

namespace Puskesos.Core.Documents.Checks;

/// <summary>A small grey copy of a picture, to measure whether print on it can be read.</summary>
public sealed class GreyPicture
{
    /// <summary>Darker than this even in its brightest parts (of 255): a room without lamp.</summary>
    private const int DarkestBright = 70;

    /// <summary>The part of the pixels that counts as its brightest: reflexes are fewer.</summary>
    private const double BrightShare = 0.05;

    /// <summary>
    /// Of the strongest edges, the jump from one pixel to the next as a share of the jump over nine pixels. A sharp edge jumps at once;
    /// blurred by more than two pixels it takes many small steps.
    /// </summary>
    private const double SharpShare = 0.40;

    /// <summary>An edge that counts (of 255): paper grain and noise are less.</summary>
    private const int EdgeJump = 40;

    /// <summary>With fewer edges than this nothing can be said: a wall, a floor.</summary>
    private const int FewestEdges = 400;

    private const int Reach = 4;
    private readonly int width;
    private readonly int height;
    private readonly byte[] pixels;

    public GreyPicture(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height);
        (this.width, this.height, this.pixels) = (width, height, pixels);
    }

    /// <summary>Reads a binary PGM with 8 bits; null when it is something else.</summary>
    public static GreyPicture? Read(ReadOnlySpan<byte> pgm)
    {
        var at = 0;
        if (Word(pgm, ref at) != "P5") return null;
        var fits = int.TryParse(Word(pgm, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            & int.TryParse(Word(pgm, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            & Word(pgm, ref at) == "255";
        return fits && pgm.Length - at == width * height ? new GreyPicture(width, height, pgm[at..].ToArray()) : null;
    }

    /// <summary>False when it is too dark or blurred.</summary>
    public bool IsClear() => Brightness() >= DarkestBright && Sharpness() is not < SharpShare;

    /// <summary>The brightness that only the brightest part of the pixels exceeds.</summary>
    public int Brightness()
    {
        Span<int> counts = stackalloc int[256];
        foreach (var pixel in pixels) counts[pixel]++;
        var left = (int)(pixels.Length * BrightShare);
        var level = 255;
        while (level > 0 && (left -= counts[level]) > 0) level--;
        return level;
    }

    /// <summary>How sharp the median of its edges is, 0 to 1; null when it has too few edges to say.</summary>
    public double? Sharpness()
    {
        var shares = new List<double>();
        for (var row = 0; row < height; row += 2)
        {
            for (var column = Reach; column < width - Reach - 1; column++)
            {
                var start = (row * width) + column;
                var wide = Math.Abs(pixels[start + Reach] - pixels[start - Reach]);
                if (wide < EdgeJump) continue;
                var steep = 0;
                for (var step = start - Reach; step < start + Reach; step++) steep = Math.Max(steep, Math.Abs(pixels[step + 1] - pixels[step]));
                shares.Add(Math.Min(1, (double)steep / wide));
            }
        }

        if (shares.Count < FewestEdges) return null;
        shares.Sort();
        return shares[shares.Count / 2];
    }

    private static string Word(ReadOnlySpan<byte> pgm, ref int at)
    {
        while (at < pgm.Length && (pgm[at] <= ' ' || pgm[at] == '#'))
        {
            if (pgm[at] == '#') while (at < pgm.Length && pgm[at] != '\n') at++;
            at++;
        }

        var start = at;
        while (at < pgm.Length && pgm[at] > ' ') at++;
        return Encoding.ASCII.GetString(pgm[start..Math.Min(at++, pgm.Length)]);
    }
}
