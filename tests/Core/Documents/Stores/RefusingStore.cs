using System.Collections.Concurrent;
using System.Security.Cryptography;
using Puskesos.Core.Documents.Stores;

namespace Puskesos.Tests.Core.Documents.Stores;

/// <summary>A store in memory that is away, or keeps hold of some files, as long as a test says so.</summary>
public sealed class RefusingStore : IDocumentStore
{
    public bool IsAway { get; set; }

    /// <summary>Keys that it does not let go.</summary>
    public HashSet<string> Held { get; } = [];

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public async Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        if (IsAway) throw new IOException("No space left on device");
        using var file = new MemoryStream();
        await write(file, cancellationToken);
        var key = Convert.ToHexStringLower(SHA256.HashData(file.ToArray()));
        Files[key] = file.ToArray();
        return key;
    }

    public Task<Stream?> OpenAsync(string storeKey, CancellationToken cancellationToken) =>
        IsAway ? throw new IOException("away") : Task.FromResult<Stream?>(Files.TryGetValue(storeKey, out var file) ? new MemoryStream(file) : null);

    public Task DeleteAsync(string storeKey, CancellationToken cancellationToken)
    {
        if (IsAway) throw new IOException("away");
        if (Held.Contains(storeKey)) throw new UnauthorizedAccessException();
        Files.TryRemove(storeKey, out _);
        return Task.CompletedTask;
    }
}
