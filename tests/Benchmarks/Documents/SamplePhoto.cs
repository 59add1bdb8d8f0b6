using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Puskesos.Benchmarks.Documents;

/// <summary>A colour photo of a card on a table as a JPEG of any size: soft light, grain, and print in dark letters.</summary>
public static class SamplePhoto
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes the JPEG with libvips, in a process that is not a child of this one: its memory must not count as a worker's.</summary>
    public static async Task<byte[]> MakeAsync(int width, int height, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("puskesos-photo-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "photo.ppm"), Pixels(width, height), cancellationToken);
        var size = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(width, height)}x");
        using (var away = Process.Start("setsid", ["--fork", "sh", "-c", $"cd {folder} && vipsthumbnail photo.ppm --size {size} -o made.jpg[Q=90] && mv made.jpg done.jpg"]))
            await away.WaitForExitAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        while (!File.Exists(Path.Combine(folder, "done.jpg")))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new TimeoutException("libvips made no picture; is libvips-tools installed?");
            await Task.Delay(100, cancellationToken);
        }

        var photo = await File.ReadAllBytesAsync(Path.Combine(folder, "done.jpg"), cancellationToken);
        Directory.Delete(folder, recursive: true);

        return photo;
    }

    private static byte[] Pixels(int width, int height)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P6\n{width} {height}\n255\n"));
        var ppm = new byte[head.Length + (3 * width * height)];
        head.CopyTo(ppm, 0);
        var grain = new Random(17);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var light = 190 - (60 * y / height) + grain.Next(-6, 7);
                var isPrint = x * 1600 / width / 9 % 3 != 0 && y * 1200 / height / 40 % 2 == 1 && ((x * 1600 / width / 9 * 31) + (y * 1200 / height / 10 * 17)) % 5 > 1;
                var at = head.Length + (3 * ((y * width) + x));
                ppm[at] = (byte)(isPrint ? 40 : light);
                ppm[at + 1] = (byte)(isPrint ? 35 : light - 15);
                ppm[at + 2] = (byte)(isPrint ? 50 : light - 40);
            }
        }

        return ppm;
    }
}
