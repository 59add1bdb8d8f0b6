using System.Security.Cryptography;
using Puskesos.Core.Documents.Sealing;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Stores;

/// <summary>Seals files into the store and opens them again. Every file has a key of its own, and that key is sealed by the master key.</summary>
public sealed class DocumentVault(IDocumentStore store, FieldCipher cipher)
{
    private const int KeyBytes = 32;

    /// <summary>Keeps a file and, with the same wrapped key, its thumbnail.</summary>
    public async Task<StoredFile> SaveAsync(Func<Stream, CancellationToken, Task> write, byte[]? thumbnail, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        long size = 0;
        var storeKey = await store.SaveAsync(
            async (sink, stop) =>
            {
                await using var sealing = new SealingStream(sink, key);
                await write(sealing, stop);
                await sealing.FinishAsync(stop);
                size = sealing.Written;
            },
            cancellationToken);
        var thumbnailKey = thumbnail is null ? null : await SaveThumbnailAsync(thumbnail, key, cancellationToken);
        return new StoredFile(storeKey, cipher.Seal(key), size, thumbnailKey);
    }

    /// <summary>The plain file, or null when the store lacks it. Throws <see cref="CryptographicException"/> while reading when it was changed.</summary>
    public async Task<Stream?> OpenAsync(string storeKey, byte[] wrappedKey, CancellationToken cancellationToken) =>
        await store.OpenAsync(storeKey, cancellationToken) is { } box ? new OpeningStream(box, cipher.Open(wrappedKey)) : null;

    /// <summary>The plain thumbnail.</summary>
    public async Task<Stream?> OpenThumbnailAsync(string thumbnailKey, byte[] wrappedKey, CancellationToken cancellationToken) =>
        await store.OpenAsync(thumbnailKey, cancellationToken) is { } box ? new OpeningStream(box, ThumbnailKey(cipher.Open(wrappedKey))) : null;

    /// <summary>Removes a file and its thumbnail from the store for good.</summary>
    public async Task DeleteAsync(Document document, CancellationToken cancellationToken)
    {
        if (document.StoreKey is { } storeKey) await store.DeleteAsync(storeKey, cancellationToken);
        if (document.ThumbnailKey is { } thumbnailKey) await store.DeleteAsync(thumbnailKey, cancellationToken);
    }

    /// <summary>Removes a file that no row points to.</summary>
    public async Task DeleteAsync(StoredFile stored, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(stored.StoreKey, cancellationToken);
        if (stored.ThumbnailKey is { } thumbnailKey) await store.DeleteAsync(thumbnailKey, cancellationToken);
    }

    private Task<string> SaveThumbnailAsync(byte[] thumbnail, byte[] key, CancellationToken cancellationToken) => store.SaveAsync(
        async (sink, stop) =>
        {
            await using var sealing = new SealingStream(sink, ThumbnailKey(key));
            await sealing.WriteAsync(thumbnail, stop);
            await sealing.FinishAsync(stop);
        },
        cancellationToken);

    /// <summary>Chunk numbers are nonces: a second content needs a second key.</summary>
    private static byte[] ThumbnailKey(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "thumbnail"u8.ToArray());
}

/// <summary>Where a file lies in the store.</summary>
public sealed record StoredFile(string StoreKey, byte[] WrappedKey, long Size, string? ThumbnailKey);
