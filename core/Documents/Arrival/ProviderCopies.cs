using System.Text.Json;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>The copies of our files that still lie at a provider: where they are, how they come, and how they go.</summary>
public sealed class ProviderCopies(IEnumerable<IMediaFetcher> fetchers, FieldCipher cipher, TimeProvider clock, ILogger<ProviderCopies> log)
{
    /// <summary>Waits between tries when a provider did not delete; together about ten days, then an operator must look.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(6)];

    /// <summary>The door to the provider and the file there; null when it is not known or its channel is off.</summary>
    public (IMediaFetcher Fetcher, IncomingMedia Media)? Find(Document document) =>
        document.Source is { } source
        && fetchers.FirstOrDefault(fetcher => fetcher.Channel == document.Channel) is { } fetcher
        && JsonSerializer.Deserialize<IncomingMedia>(cipher.Open(source)) is { } media ? (fetcher, media) : null;

    /// <summary>Copies the file here. A provider that says nothing for so long as <see cref="FetchPace.Silence"/>, also in the middle of a file, is asked again later.</summary>
    public async Task<MediaFetchResult> FetchAsync(long id, (IMediaFetcher Fetcher, IncomingMedia Media) copy, Stream into, CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(FetchPace.Longest, clock);
        using var silence = new CancellationTokenSource(FetchPace.Silence, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token, silence.Token);
        try
        {
            await using var capped = new CappedStream(into, copy.Fetcher.LargestBytes, () => silence.CancelAfter(FetchPace.Silence));
            return await copy.Fetcher.FetchAsync(copy.Media, capped, patience.Token);
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

    /// <summary>Asks the provider to delete its copy and notes on the row how that went; the caller saves.</summary>
    public async Task ForgetAsync(Document document, CancellationToken cancellationToken)
    {
        if (Find(document) is not var (fetcher, media) || fetcher.ForgetAfter is null || await TryAsync(document.Id, fetcher, media, cancellationToken))
        {
            (document.Source, document.ForgetAt) = (null, null);
            return;
        }

        if (document.ForgetAttempts < Waits.Length)
        {
            document.ForgetAt = clock.GetUtcNow() + Waits[document.ForgetAttempts++];
            return;
        }

        log.LogError("Document {Document}: the provider did not delete its copy in {Attempts} tries; it is no longer asked", document.Id, document.ForgetAttempts + 1);
        (document.Source, document.ForgetAt) = (null, null);
    }

    private async Task<bool> TryAsync(long id, IMediaFetcher fetcher, IncomingMedia media, CancellationToken cancellationToken)
    {
        try
        {
            if (await fetcher.ForgetAsync(media, cancellationToken)) return true;
            log.LogWarning("Document {Document}: the provider did not delete its copy", id);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogWarning("Document {Document}: the provider could not be asked to delete its copy: {Reason}", id, failed.GetType().Name);
        }

        return false;
    }
}
