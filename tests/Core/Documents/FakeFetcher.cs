using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Documents;

/// <summary>A provider that has what the test put there.</summary>
public sealed class FakeFetcher : IMediaFetcher
{
    public const long Largest = 3_000_000;

    public Dictionary<string, byte[]> Files { get; } = [];

    public List<string> Asked { get; } = [];

    public List<string> Forgotten { get; } = [];

    public Func<Task>? Meanwhile { get; set; }

    /// <summary>What it does before it hands over what it has: parts that come slowly, a line that goes dead.</summary>
    public Func<Stream, CancellationToken, Task>? Before { get; set; }

    /// <summary>Files that do not come before this.</summary>
    public Dictionary<string, Task> Hanging { get; } = [];

    public Channel Channel => Channel.Telegram;

    public long LargestBytes { get; init; } = Largest;

    public async Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken)
    {
        lock (Asked) Asked.Add(media.RemoteId);
        if (Meanwhile is not null) await Meanwhile();
        if (Hanging.TryGetValue(media.RemoteId, out var hangs)) await hangs.WaitAsync(cancellationToken);
        if (Before is not null) await Before(destination, cancellationToken);
        if (!Files.TryGetValue(media.RemoteId, out var content)) return MediaFetchResult.RetryLater;
        await destination.WriteAsync(content, cancellationToken);
        return MediaFetchResult.Fetched;
    }

    public TimeSpan? ForgetAfter { get; set; } = TimeSpan.Zero;

    /// <summary>Refuses to delete so many times.</summary>
    public int Refusals { get; set; }

    public Task<bool> ForgetAsync(IncomingMedia media, CancellationToken cancellationToken)
    {
        if (Refusals-- > 0) return Task.FromResult(false);
        lock (Forgotten) Forgotten.Add(media.RemoteId);
        return Task.FromResult(true);
    }
}
