using System.Net;
using Puskesos.Core.Messaging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Puskesos.Bot.Telegram;

/// <summary>Fetches photos, files and voice notes. The library's own download neither escapes the path nor stops at a size, so the file itself is read here.</summary>
internal sealed class TelegramMediaFetcher(TelegramConnection telegram, ILogger<TelegramMediaFetcher> log) : IMediaFetcher
{
    public Channel Channel => Channel.Telegram;

    /// <summary>20 MB: what getFile hands over (Bot API; 20,971,520 in the server's source).</summary>
    public long LargestBytes => MediaLimits.Largest(Channel);

    public async Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken)
    {
        if (media.Size > LargestBytes) return MediaFetchResult.TooBig;
        try
        {
            var file = await telegram.Calls.GetFile(media.RemoteId, cancellationToken);
            return await DownloadAsync(file, destination, cancellationToken);
        }
        catch (ApiRequestException refused)
        {
            log.LogInformation("A file was refused: {Code}", refused.ErrorCode);
            return Judge(refused);
        }
        catch (Exception broken) when (broken is RequestException or HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogInformation("A file could not be fetched: {Kind}", broken.GetType().Name);
            return MediaFetchResult.RetryLater;
        }
    }

    private async Task<MediaFetchResult> DownloadAsync(TGFile file, Stream destination, CancellationToken cancellationToken)
    {
        if (file.FileSize > LargestBytes) return MediaFetchResult.TooBig;
        if (file.FilePath is not { Length: > 0 } path) return MediaFetchResult.Gone;
        using var answer = await telegram.Files.GetAsync(telegram.FileUrl(path), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

        // A link is good for an hour; after that 404, and the next try asks for a new one.
        if (answer.StatusCode != HttpStatusCode.OK) return MediaFetchResult.RetryLater;
        if (answer.Content.Headers.ContentLength > LargestBytes) return MediaFetchResult.TooBig;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await CappedCopy.CopyAsync(body, destination, LargestBytes, cancellationToken) ? MediaFetchResult.Fetched : MediaFetchResult.TooBig;
    }

    private static MediaFetchResult Judge(ApiRequestException refused) => refused switch
    {
        { ErrorCode: 400 } when refused.Message.Contains("too big", StringComparison.OrdinalIgnoreCase) => MediaFetchResult.TooBig,
        { ErrorCode: 400 } when refused.Message.Contains("temporarily unavailable", StringComparison.OrdinalIgnoreCase) => MediaFetchResult.RetryLater,
        { ErrorCode: 400 } => MediaFetchResult.Gone,
        _ => MediaFetchResult.RetryLater,
    };
}
