using System.Globalization;
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
        [.. new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData" }.Select(Encoding.ASCII.GetBytes)];

    private static ReadOnlySpan<byte> Blanks => "\0\t\n\f\r "u8;

    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        List<string> marks = [DocumentMarks.AsSent];
        var said = await tools.RunAsync(Describer, ["-"], content, cancellationToken);
        var about = said is null ? "" : Encoding.UTF8.GetString(said);
        var plain = WithPlainNames(content.Span);
        if (Says(about, "JavaScript") || ActiveNames.Any(name => Holds(plain, name)) || HoldsProgram(plain)) marks.Add(DocumentMarks.Active);
        var opens = said is not null || OutOfProcess.Find(Describer) is null;
        if (!opens && Holds(content.Span, "/Encrypt"u8)) marks.Add(DocumentMarks.Locked);
        var thumbnail = said is null ? null : await tools.RunAsync(Painter, ["-f", "1", "-l", "1", "-jpeg", "-scale-to", ThumbnailSide, "-"], content, cancellationToken);
        return new CheckedFile(content, ContentTypes.Pdf, thumbnail is { Length: > 0 } ? thumbnail : null, marks, opens);
    }

    private static bool Says(string about, string what) =>
        about.Split('\n').Any(line => line.StartsWith($"{what}:", StringComparison.Ordinal) && line.EndsWith("yes", StringComparison.Ordinal));

    /// <summary>The bytes with <c>#4A</c> in names as the letter that it stands for (PDF 32000-1 §7.3.5): <c>/#4AavaScript</c> is <c>/JavaScript</c>.</summary>
    private static byte[] WithPlainNames(ReadOnlySpan<byte> pdf)
    {
        var (plain, length) = (new byte[pdf.Length], 0);
        for (var at = 0; at < pdf.Length; length++)
        {
            var isEscape = pdf[at] == '#' && at + 2 < pdf.Length && byte.TryParse(pdf.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out plain[length]);
            if (!isEscape) plain[length] = pdf[at];
            at += isEscape ? 3 : 1;
        }

        return plain[..length];
    }

    /// <summary>A <c>/JS</c> with what can be its value: words, or where they stand. The bare three bytes occur by chance in one of twenty packed scans of a megabyte.</summary>
    private static bool HoldsProgram(ReadOnlySpan<byte> pdf)
    {
        while (pdf.IndexOf("/JS"u8) is var found and >= 0)
        {
            pdf = pdf[(found + 3)..];
            if (pdf.TrimStart(Blanks) is [(byte)'(' or (byte)'<' or (>= (byte)'0' and <= (byte)'9'), ..] value && (value.Length < pdf.Length || value[0] is (byte)'(' or (byte)'<')) return true;
        }

        return false;
    }

    /// <summary>The name as a whole: <c>/Launch</c> is not the beginning of <c>/Launcher</c>.</summary>
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
