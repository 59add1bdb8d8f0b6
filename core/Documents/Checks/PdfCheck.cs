using System.Text;

namespace Puskesos.Core.Documents.Checks;

/// <summary>Looks into a PDF without running anything of it: locked, active, and a picture of its first page where poppler is installed.</summary>
public sealed class PdfCheck(OutOfProcess tools)
{
    /// <summary>Debian's package poppler-utils has both tools.</summary>
    public const string Describer = "pdfinfo";

    private const string Painter = "pdftoppm";
    private const string ThumbnailSide = "320";

    /// <summary>Names that make a PDF do something by itself (PDF 32000-1 §12.6, §7.11.4, §13.6).</summary>
    private static readonly byte[][] ActiveNames =
        [.. new[] { "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData" }.Select(Encoding.ASCII.GetBytes)];

    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        List<string> marks = [DocumentMarks.AsSent];
        var said = await tools.RunAsync(Describer, ["-"], content, cancellationToken);
        var about = said is null ? "" : Encoding.UTF8.GetString(said);
        if (Says(about, "JavaScript") || ActiveNames.Any(name => Holds(content.Span, name))) marks.Add(DocumentMarks.Active);
        var opens = said is not null || OutOfProcess.Find(Describer) is null;
        if (!opens && Holds(content.Span, "/Encrypt"u8)) marks.Add(DocumentMarks.Locked);
        var thumbnail = said is null ? null : await tools.RunAsync(Painter, ["-f", "1", "-l", "1", "-jpeg", "-scale-to", ThumbnailSide, "-"], content, cancellationToken);
        return new CheckedFile(content, ContentTypes.Pdf, thumbnail is { Length: > 0 } ? thumbnail : null, marks, opens);
    }

    private static bool Says(string about, string what) =>
        about.Split('\n').Any(line => line.StartsWith($"{what}:", StringComparison.Ordinal) && line.EndsWith("yes", StringComparison.Ordinal));

    /// <summary>The name as a whole: <c>/JS</c> is not the beginning of <c>/JSomething</c>.</summary>
    private static bool Holds(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> name)
    {
        while (pdf.IndexOf(name) is var found and >= 0)
        {
            pdf = pdf[(found + name.Length)..];
            if (pdf.IsEmpty || !char.IsAsciiLetterOrDigit((char)pdf[0])) return true;
        }

        return false;
    }
}
