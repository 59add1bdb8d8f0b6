using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Brings one file in: from the provider, through the checks, into the store. No transaction is open meanwhile.</summary>
public sealed class DocumentArrival(
    IEnumerable<IMediaFetcher> fetchers,
    StagingArea staging,
    ArrivalCheck check,
    DocumentVault vault,
    FieldCipher cipher,
    ILogger<DocumentArrival> log)
{
    /// <summary>Fetches and keeps the file of this row; the row itself is not touched.</summary>
    public async Task<Arrived> BringAsync(Document document, CancellationToken cancellationToken)
    {
        if (Find(document) is not var (fetcher, media)) return new Arrived(MediaFetchResult.Gone);
        if (media.Size > fetcher.LargestBytes) return new Arrived(MediaFetchResult.TooBig, Limit: fetcher.LargestBytes);
        await using var spool = await staging.BeginAsync(cancellationToken);
        var result = await FetchAsync(document.Id, fetcher, media, spool.Content, cancellationToken);
        if (result != MediaFetchResult.Fetched) return new Arrived(result, Limit: fetcher.LargestBytes);
        await spool.FinishAsync(cancellationToken);
        try
        {
            return await KeepAsync(spool.Id, spool.Content.Written, cancellationToken);
        }
        finally
        {
            staging.Delete(spool.Id);
        }
    }

    /// <summary>The file is safe and its row says so: the provider's copy may go.</summary>
    public async Task ForgetAsync(Document document, CancellationToken cancellationToken)
    {
        if (Find(document) is not var (fetcher, media)) return;
        try
        {
            await fetcher.ForgetAsync(media, cancellationToken);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            log.LogWarning("Document {Document} is stored, but its source could not be removed: {Reason}", document.Id, failed.GetType().Name);
        }
    }

    private (IMediaFetcher Fetcher, IncomingMedia Media)? Find(Document document) =>
        document.Source is { } source
        && fetchers.FirstOrDefault(fetcher => fetcher.Channel == document.Channel) is { } fetcher
        && JsonSerializer.Deserialize<IncomingMedia>(cipher.Open(source)) is { } media ? (fetcher, media) : null;

    private async Task<MediaFetchResult> FetchAsync(long id, IMediaFetcher fetcher, IncomingMedia media, Stream into, CancellationToken cancellationToken)
    {
        try
        {
            await using var capped = new CappedStream(into, fetcher.LargestBytes);
            return await fetcher.FetchAsync(media, capped, cancellationToken);
        }
        catch (TooBigException)
        {
            return MediaFetchResult.TooBig;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or TimeoutException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogInformation("Document {Document} could not be fetched yet: {Reason}", id, lost.GetType().Name);
            return MediaFetchResult.RetryLater;
        }
    }

    private async Task<Arrived> KeepAsync(string spooled, long size, CancellationToken cancellationToken)
    {
        if (size == 0) return new Arrived(MediaFetchResult.Gone);
        var content = new byte[size];
        await using (var plain = (await staging.OpenAsync(spooled, cancellationToken))!) await plain.ReadExactlyAsync(content, cancellationToken);
        var kept = await check.CheckAsync(content, cancellationToken);
        var stored = await vault.SaveAsync((sink, stop) => sink.WriteAsync(kept.Content, stop).AsTask(), kept.Thumbnail, cancellationToken);
        return new Arrived(MediaFetchResult.Fetched, kept, stored, cipher.Index(SHA256.HashData(content)));
    }
}

/// <summary>How bringing a file in ended.</summary>
/// <param name="Result">What the channel said.</param>
/// <param name="File">What the checks said, when there is a file.</param>
/// <param name="Stored">Where it lies.</param>
/// <param name="ContentIndex">Keyed hash of what was sent, before anything was changed.</param>
/// <param name="Limit">The channel's largest file in bytes.</param>
public sealed record Arrived(MediaFetchResult Result, CheckedFile? File = null, StoredFile? Stored = null, byte[]? ContentIndex = null, long Limit = 0);
