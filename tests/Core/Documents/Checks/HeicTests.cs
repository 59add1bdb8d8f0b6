using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Tests.Core.Documents.Checks;

/// <summary>A photo as an iPhone sends it as a file: HEIC, made here from a JPEG.</summary>
public sealed class HeicTests
{
    private const string Encoder = "/usr/bin/heif-enc";

    [Fact]
    public async Task A_heic_photo_becomes_a_jpeg_that_pages_can_show()
    {
        Assert.SkipUnless(File.Exists(Encoder), "libheif-examples is not installed: no HEIC can be made");
        Assert.SkipWhen(OutOfProcess.Find(PictureCheck.Shrinker) is null, "libvips-tools is not installed: pictures are kept as sent");
        var heic = await HeicAsync(SamplePictures.Card());
        Assert.Equal(ContentTypes.Heic, ContentTypes.Find(heic));
        var tools = new OutOfProcess(NullLogger<OutOfProcess>.Instance);

        var file = await new ArrivalCheck(new PictureCheck(tools), new PdfCheck(tools)).CheckAsync(heic, TestContext.Current.CancellationToken);

        Assert.Empty(file.Marks);
        Assert.Equal(ContentTypes.Jpeg, file.ContentType);
        Assert.NotNull(file.Thumbnail);
        Assert.Equal(ContentTypes.Jpeg, ContentTypes.Find(file.Content.Span));
    }

    private static async Task<byte[]> HeicAsync(byte[] picture)
    {
        var folder = Directory.CreateTempSubdirectory("puskesos-heic-").FullName;
        var (from, to) = (Path.Combine(folder, ContentTypes.Find(picture) == ContentTypes.Png ? "a.png" : "a.jpg"), Path.Combine(folder, "a.heic"));
        await File.WriteAllBytesAsync(from, picture);
        using var encoder = Process.Start(new ProcessStartInfo(Encoder, ["-q", "80", "-o", to, from]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(encoder.StandardOutput.ReadToEndAsync(), encoder.StandardError.ReadToEndAsync(), encoder.WaitForExitAsync());
        Assert.SkipWhen(encoder.ExitCode != 0, "heif-enc has no encoder for HEIC on this machine");
        var made = await File.ReadAllBytesAsync(to);
        Directory.Delete(folder, recursive: true);
        return made;
    }
}
