using System.Collections.Concurrent;
using System.Text;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Support;

/// <summary>Stands where a channel keeps its files: every photo of a transcript is a card of its own, as clear as the transcript says.</summary>
public sealed class JourneyFiles(Channel channel) : IMediaFetcher
{
    /// <summary>In the name of a photo: it is blurred.</summary>
    public const string Blurred = "blurred";

    /// <summary>In the name of a photo: it is the very one that came before with this name.</summary>
    public const string Same = "same";

    /// <summary>In the name of a file: a PDF with a password, or one that carries a program.</summary>
    public const string Locked = "locked";

    public const string Active = "active";

    /// <summary>In the name of a file: a photo that broke on its way.</summary>
    public const string Broken = "broken";

    /// <summary>In the name of a photo: an identity card of the person who stands in its file name.</summary>
    public const string Card = "card";

    /// <summary>Files of office programs.</summary>
    private static readonly string[] OfficeEndings = [".docx", ".xlsx"];

    private static readonly ConcurrentDictionary<string, byte[]> Made = new();
    private static int cards;

    public Channel Channel => channel;

    public long LargestBytes => MediaLimits.Largest(channel);

    public async Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(Made.GetOrAdd(media.RemoteId, _ => Make(media)), cancellationToken);
        return MediaFetchResult.Fetched;
    }

    private static byte[] Make(IncomingMedia media)
    {
        bool Is(string what) => media.RemoteId.StartsWith(what, StringComparison.Ordinal);
        if (media.Kind == MediaKind.Voice) return Encoding.ASCII.GetBytes($"OggS {media.RemoteId}");
        if (Is(Broken)) return [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, .. Encoding.ASCII.GetBytes(media.RemoteId)];
        if (media.Kind == MediaKind.Video) return SampleLetters.Film(media.RemoteId);
        if (media.FileName is { } name && OfficeEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))) return SampleLetters.Packed(media.RemoteId);
        if (Is(Locked)) return SamplePdfs.Locked();
        if (Is(Active)) return SamplePdfs.Of("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
        if (Is(Card)) return SampleCards.Make("3328161708850003", media.FileName!, "JATIBOGOR");
        if (media.ContentType == "application/pdf") return SamplePdfs.Of($"/Lang ({media.RemoteId})");
        return SamplePictures.Card(640, 400, blur: Is(Blurred) ? 10 : 0, seed: Interlocked.Increment(ref cards));
    }
}
