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
        return arrived with { ForgetAfter = fetcher.ForgetAfter };
    }

    private async Task<Arrived> BringAsync(long id, IMediaFetcher fetcher, IncomingMedia media, CancellationToken cancellationToken)
    {
        if (media.Size > fetcher.LargestBytes) return new Arrived(MediaFetchResult.TooBig);
        await using var spool = await staging.BeginAsync(cancellationToken);
        var result = await copies.FetchAsync(id, (fetcher, media), spool.Content, cancellationToken);
        if (result != MediaFetchResult.Fetched) return new Arrived(result);
        await spool.FinishAsync(cancellationToken);
        try
        {
            return await KeepAsync(id, spool.Id, spool.Content.Written, cancellationToken);
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

    private async Task<Arrived> KeepAsync(long id, string spooled, long size, CancellationToken cancellationToken)
    {
        if (size == 0) return new Arrived(MediaFetchResult.Gone);
        var (verdict, kept, index) = await LookAsync(spooled, size, cancellationToken);
        if (kept is null) return new Arrived(MediaFetchResult.Gone) { IsInfected = true };
        try
        {
            var stored = await vault.SaveAsync((sink, stop) => sink.WriteAsync(kept.Content, stop).AsTask(), kept.Thumbnail, cancellationToken);
            return new Arrived(MediaFetchResult.Fetched, kept, stored, index) { IsUnchecked = verdict == ScanVerdict.Away };
        }
        catch (Exception away) when (StoreRefusals.Is(away))
        {
            log.LogWarning("Document {Document} waits until the document store takes it: {Reason}", id, away.GetType().Name);
            return new Arrived(MediaFetchResult.RetryLater) { IsOurFault = true };
        }
    }

    /// <summary>
    /// What the scanner says, the file as it is kept (none when it is infected) and the keyed hash of what was sent. Only this takes a
    /// turn and holds what was sent in memory: who waits for a provider or for the store leaves the cores to others.
    /// </summary>
    private async Task<(ScanVerdict Verdict, CheckedFile? Kept, byte[] Index)> LookAsync(string spooled, long size, CancellationToken cancellationToken)
    {
        await checks.Turns.WaitAsync(cancellationToken);
        try
        {
            var content = new byte[size];
            await using (var plain = (await staging.OpenAsync(spooled, cancellationToken))!) await plain.ReadExactlyAsync(content, cancellationToken);
            var verdict = await checks.Viruses.ScanAsync(content, cancellationToken);
            return (verdict, verdict == ScanVerdict.Infected ? null : await checks.Arrival.CheckAsync(content, cancellationToken), cipher.Index(SHA256.HashData(content)));
        }
        finally
        {
            checks.Turns.Release();
        }
    }
}

/// <summary>How bringing a file in ended.</summary>
/// <param name="Result">What the channel said.</param>
/// <param name="File">What the checks said, when there is a file.</param>
/// <param name="Stored">Where it lies.</param>
/// <param name="ContentIndex">Keyed hash of what was sent, before anything was changed.</param>
/// <param name="ForgetAfter">When the provider's copy may go, counted from now; null where there is no way.</param>
public sealed record Arrived(MediaFetchResult Result, CheckedFile? File = null, StoredFile? Stored = null, byte[]? ContentIndex = null, TimeSpan? ForgetAfter = null)
{
    /// <summary>The virus scanner knows it: nothing was kept.</summary>
    public bool IsInfected { get; init; }

    /// <summary>The document store was away or full: tried again without end, and no fault of who sent the file.</summary>
    public bool IsOurFault { get; init; }

    /// <summary>The virus scanner was away: kept closed until it has been asked.</summary>
    public bool IsUnchecked { get; init; }
}
