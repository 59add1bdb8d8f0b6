using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat.Intake;

/// <summary>The files of one form, on their way into the staging area.</summary>
internal sealed class ChatUploads(StagingArea staging)
{
    private const int LongestName = 200;
    private const int BufferBytes = 64 * 1024;
    private readonly List<IncomingMedia> files = [];

    public IReadOnlyList<IncomingMedia> Files => files;

    public bool LeftOut { get; private set; }

    public async Task TakeAsync(MultipartSection section, ContentDispositionHeaderValue about, CancellationToken cancellationToken)
    {
        var name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
        if (name.Length == 0) return; // the field was left empty
        LeftOut |= files.Count >= WebChatLimits.MostFiles;
        if (files.Count >= WebChatLimits.MostFiles) return;

        await using var staged = await staging.BeginAsync(cancellationToken);
        var size = await CopyAsync(section.Body, staged.Content, cancellationToken);
        if (size <= WebChatLimits.LargestFile) await staged.FinishAsync(cancellationToken);
        files.Add(new IncomingMedia(staged.Id, section.ContentType, name[..Math.Min(name.Length, LongestName)], size, KindOf(section.ContentType)));
    }

    public void Forget() => files.ForEach(file => staging.Delete(file.RemoteId));

    /// <summary>Reads to the end also when the file is too big, so that the rest of the form is read; keeps only what fits.</summary>
    private static async Task<long> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        long size = 0;
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            size += read;
            if (size <= WebChatLimits.LargestFile) await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return size;
    }

    private static MediaKind KindOf(string? contentType) => (contentType ?? "").Split('/')[0] switch
    {
        "image" => MediaKind.Photo,
        "audio" => MediaKind.Voice,
        "video" => MediaKind.Video,
        _ => MediaKind.File,
    };
}
