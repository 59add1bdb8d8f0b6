using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Puskesos.Core.Documents.Checks;

/// <summary>
/// Decodes a picture out of process and writes it anew: upright, without metadata, at most 1600 px, with a thumbnail, and says whether
/// it is too small, too dark or blurred. Without libvips the picture is kept as sent, without its metadata, and is not shown inline.
/// </summary>
public sealed partial class PictureCheck(OutOfProcess tools)
{
    /// <summary>Debian's package libvips-tools has both tools.</summary>
    public const string Shrinker = "vipsthumbnail";

    private const string Header = "vipsheader";

    /// <summary>Longer side of what is kept: the print of a KTP stays readable, a photo has about 0.4 MB.</summary>
    public const int KeptSide = 1600;

    private const int ThumbnailSide = 320;

    /// <summary>Longer side of the grey copy that clarity is measured on.</summary>
    private const int MeasuredSide = 800;

    /// <summary>The best phones take 200 megapixels; as many bytes fit the tool's memory.</summary>
    private const long MostPixels = 200_000_000;

    /// <summary>A card of 86 mm with print of 1.5 mm: ten pixels a letter.</summary>
    private const int SmallestSide = 600;

    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> content, string type, CancellationToken cancellationToken)
    {
        var stripped = MetadataStripper.Strip(content.Span, type);
        var asSent = new CheckedFile(stripped ?? content, type, null, [DocumentMarks.AsSent], IsReadable: stripped is not null);
        if (OutOfProcess.Find(Shrinker) is null || OutOfProcess.Find(Header) is null) return asSent;

        var unreadable = asSent with { IsReadable = false };
        if (await SizeAsync(content, cancellationToken) is not { } size || (long)size.Width * size.Height > MostPixels) return unreadable;
        List<string> marks = Math.Max(size.Width, size.Height) < SmallestSide ? [DocumentMarks.Small] : [];
        var kept = await ShrinkAsync("stdin[fail_on=truncated]", KeptSide, ".jpg[Q=82,strip,background=255]", content, cancellationToken);
        if (kept is null)
        {
            marks.Add(DocumentMarks.Unclear); // cut off: what is there is better than nothing
            kept = await ShrinkAsync("stdin", KeptSide, ".jpg[Q=82,strip,background=255]", content, cancellationToken);
        }

        if (kept is null) return unreadable;
        var thumbnail = await ShrinkAsync("stdin", ThumbnailSide, ".jpg[Q=70,strip]", kept, cancellationToken);
        var grey = await ShrinkAsync("stdin", MeasuredSide, ".pgm", kept, cancellationToken);
        if (grey is not null && GreyPicture.Read(grey) is { } measured && !measured.IsClear()) marks.Add(DocumentMarks.Unclear);
        return new CheckedFile(kept, ContentTypes.Jpeg, thumbnail, marks);
    }

    private async Task<(int Width, int Height)?> SizeAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var said = await tools.RunAsync(Header, ["stdin"], content, cancellationToken);
        if (said is null || WidthByHeight().Match(Encoding.UTF8.GetString(said)) is not { Success: true } size) return null;
        return (int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(size.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    private async Task<byte[]?> ShrinkAsync(string source, int side, string target, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await tools.RunAsync(Shrinker, [source, "--size", string.Create(CultureInfo.InvariantCulture, $"{side}x{side}>"), "-o", target], content, cancellationToken)
            is { Length: > 0 } made ? made : null;

    [GeneratedRegex(@"\b(\d{1,6})x(\d{1,6})\b")]
    private static partial Regex WidthByHeight();
}
