namespace Puskesos.Core.Documents.Reading;

/// <summary>What a browser may show inside a page; everything else is a download with nosniff.</summary>
public static class InlineRules
{
    /// <summary>Only pictures that browsers draw without running anything.</summary>
    public static bool MayShowInline(string? contentType) => contentType is ContentTypes.Jpeg or ContentTypes.Png or ContentTypes.Webp;

    /// <summary>Only pictures that we decoded and wrote anew ourselves: what came in as sent is never shown inline.</summary>
    public static bool MayShowInline(Document document) => MayShowInline(document.ContentType) && !DocumentMarks.Has(document, DocumentMarks.AsSent);

    /// <summary>What a browser is told of a picture that it may show: that, and the name should somebody keep it.</summary>
    public static string InlineName(Document document) => $"inline; filename=\"{DownloadName(document)}\"";

    /// <summary>What a download is called to a browser: a page or drawing that could run something is only bytes.</summary>
    public static string DownloadType(Document document) => document.ContentType is null or ContentTypes.Html or ContentTypes.Svg ? ContentTypes.Unknown : document.ContentType;

    /// <summary>A file name of our own making for a download: the sender's is never used.</summary>
    public static string DownloadName(Document document) => $"berkas-{document.Id}{ContentTypes.EndingOf(document.ContentType)}";
}
