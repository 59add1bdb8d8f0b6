namespace Puskesos.Core.Documents.Checks;

/// <summary>All that a file goes through before it is kept.</summary>
public sealed record FileChecks(VirusScan Viruses, ArrivalCheck Arrival)
{
    /// <summary>Files that are looked at side by side: half of the cores, so that the talk always has one.</summary>
    public SemaphoreSlim Turns { get; } = new(Math.Max(1, Environment.ProcessorCount / 2));
}

/// <summary>Looks at a file once, when it arrives: what it is, whether it can be read, and nothing in it that tells where it was taken.</summary>
public sealed class ArrivalCheck(PictureCheck pictures, PdfCheck pdfs)
{
    /// <summary>The file as it is kept, with everything that was noticed as marks.</summary>
    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = await LookAsync(content, cancellationToken);
        return file.IsReadable ? file : file with { Marks = [.. file.Marks, DocumentMarks.Unreadable] };
    }

    private async Task<CheckedFile> LookAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var type = ContentTypes.Find(content.Span[..Math.Min(content.Length, ContentTypes.HeadBytes)]);
        if (ContentTypes.IsPicture(type)) return await pictures.CheckAsync(content, type, cancellationToken);
        if (type == ContentTypes.Pdf) return await pdfs.CheckAsync(content, cancellationToken);
        // Kept as it came, never unpacked and never run: letters of word processors, tables, archives, pages.
        var isRecording = ContentTypes.IsRecording(type);
        return new CheckedFile(content, type, null, [DocumentMarks.AsSent, isRecording ? DocumentMarks.Recording : DocumentMarks.NoPaper], IsReadable: isRecording || type == ContentTypes.Zip);
    }
}
