using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat;

/// <summary>Hands over the files that came with a form; they wait sealed in the staging area.</summary>
public sealed class WebChatMediaFetcher(StagingArea staging) : IMediaFetcher
{
    public Channel Channel => Channel.WebChat;

    public long LargestBytes => WebChatLimits.LargestFile;

    public async Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken)
    {
        if (media.Size > LargestBytes) return MediaFetchResult.TooBig;
        await using var staged = await staging.OpenAsync(media.RemoteId, cancellationToken);
        if (staged is null) return MediaFetchResult.Gone;
        await staged.CopyToAsync(destination, cancellationToken);
        return MediaFetchResult.Fetched;
    }

    /// <summary>The staged copy is our own: it goes at once.</summary>
    public TimeSpan? ForgetAfter => TimeSpan.Zero;

    public Task<bool> ForgetAsync(IncomingMedia media, CancellationToken cancellationToken)
    {
        staging.Delete(media.RemoteId);
        return Task.FromResult(true);
    }
}
