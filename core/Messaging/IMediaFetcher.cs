namespace Puskesos.Core.Messaging;

/// <summary>The door by which files come in from a provider; bot/ has one for each channel that is switched on.</summary>
public interface IMediaFetcher
{
    Channel Channel { get; }

    /// <summary>The largest file that this channel can hand over, in bytes, with the vendor's own limit as source.</summary>
    long LargestBytes { get; }

    /// <summary>Copies the file into <paramref name="destination"/>, never more than <see cref="LargestBytes"/>.</summary>
    Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken);

    /// <summary>How long after we have a file the provider's copy goes; null where the provider has no way to delete one (Telegram).</summary>
    TimeSpan? ForgetAfter => null;

    /// <summary>Deletes the provider's copy; true when it is gone, false when it must be asked again later.</summary>
    Task<bool> ForgetAsync(IncomingMedia media, CancellationToken cancellationToken) => Task.FromResult(true);
}

/// <summary>How a fetch ended.</summary>
public enum MediaFetchResult
{
    Fetched,

    /// <summary>Not there yet or the provider is busy: try again later.</summary>
    RetryLater,

    /// <summary>Larger than the channel hands over.</summary>
    TooBig,

    /// <summary>Gone or refused for good.</summary>
    Gone,
}
