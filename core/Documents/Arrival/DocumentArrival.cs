using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Brings one file in: from the provider, through the checks, into the store. No transaction is open meanwhile.</summary>
public sealed class DocumentArrival(
    ProviderCopies copies, StagingArea staging, FileChecks checks, DocumentVault vault, FieldCipher cipher, ILogger<DocumentArrival> log)
{
    /// <summary>Fetches and keeps the file of this row; the row itself is not touched.</summary>
    public async Task<Arrived> BringAsync(Document document, CancellationToken cancellationToken)
    {
        if (copies.Find(document) is not var (fetcher, media)) return new Arrived(MediaFetchResult.Gone);
        var arrived = await BringAsync(document.Id, fetcher, media, cancellationToken);
        return arrived with { Limit = fetcher.LargestBytes, ForgetAfter = fetcher.ForgetAfter };
    }

    private async Task<Arrived> BringAsync(long id, IMediaFetcher fetcher, IncomingMedia media, CancellationToken cancellationToken)
    {
        if (media.Size > fetcher.LargestBytes) return new Arrived(MediaFetchResult.TooBig);
        await using var spool = await staging.BeginAsync(cancellationToken);
        var result = await FetchAsync(id, fetcher, media, spool.Content, cancellationToken);
        if (result != MediaFetchResult.Fetched) return new Arrived(result);
        await spool.FinishAsync(cancellationToken);
        try
        {
            await checks.Turns.WaitAsync(cancellationToken);
            try
            {
                return await KeepAsync(spool.Id, spool.Content.Written, cancellationToken);
            }
            finally
            {
                checks.Turns.Release();
            }
        }
        catch (TimeoutException late)
        {
            log.LogWarning("Document {Document} is looked at later: {Reason}", id, late.Message);
            return new Arrived(MediaFetchResult.RetryLater);
        }
        finally
        {
            staging.Delete(spool.Id);
        }
    }

    private async Task<MediaFetchResult> FetchAsync(long id, IMediaFetcher fetcher, IncomingMedia media, Stream into, CancellationToken cancellationToken)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        whole.CancelAfter(FetchPace.Longest);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
        patience.CancelAfter(FetchPace.Silence);
        try
        {
            await using var capped = new CappedStream(into, fetcher.LargestBytes, () => patience.CancelAfter(FetchPace.Silence));
            return await fetcher.FetchAsync(media, capped, patience.Token);
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
        var verdict = await checks.Viruses.ScanAsync(content, cancellationToken);
        if (verdict == ScanVerdict.Infected) return new Arrived(MediaFetchResult.Gone) { IsInfected = true };
        var kept = await checks.Arrival.CheckAsync(content, cancellationToken);
        var stored = await vault.SaveAsync((sink, stop) => sink.WriteAsync(kept.Content, stop).AsTask(), kept.Thumbnail, cancellationToken);
        return new Arrived(MediaFetchResult.Fetched, kept, stored, cipher.Index(SHA256.HashData(content))) { IsUnchecked = verdict == ScanVerdict.Away };
    }
}

/// <summary>How bringing a file in ended.</summary>
/// <param name="Result">What the channel said.</param>
/// <param name="File">What the checks said, when there is a file.</param>
/// <param name="Stored">Where it lies.</param>
/// <param name="ContentIndex">Keyed hash of what was sent, before anything was changed.</param>
/// <param name="Limit">The channel's largest file in bytes.</param>
/// <param name="ForgetAfter">When the provider's copy may go, counted from now; null where there is no way.</param>
public sealed record Arrived(MediaFetchResult Result, CheckedFile? File = null, StoredFile? Stored = null, byte[]? ContentIndex = null, long Limit = 0, TimeSpan? ForgetAfter = null)
{
    /// <summary>The virus scanner knows it: nothing was kept.</summary>
    public bool IsInfected { get; init; }

    /// <summary>The virus scanner was away: kept closed until it has been asked.</summary>
    public bool IsUnchecked { get; init; }
}
