using Microsoft.Extensions.Options;

namespace Puskesos.Core.Documents.Stores;

/// <summary>Keeps sealed files in a folder, spread over 256 subfolders by the first letters of their keys.</summary>
public sealed class DiskDocumentStore(IOptions<DocumentsOptions> options) : IDocumentStore
{
    private const int SpreadLetters = 2;
    private const int BufferBytes = 64 * 1024;

    private string Folder => Path.Combine(options.Value.Path, "files");

    public async Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var draft = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var key = await WriteDraftAsync(draft, write, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
            File.Move(draft, PathOf(key), overwrite: true);
            return key;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(string storeKey, CancellationToken cancellationToken)
    {
        if (!StoreKeys.IsKey(storeKey) || !File.Exists(PathOf(storeKey))) return Task.FromResult<Stream?>(null);
        return Task.FromResult<Stream?>(new FileStream(PathOf(storeKey), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true));
    }

    public Task DeleteAsync(string storeKey, CancellationToken cancellationToken)
    {
        if (StoreKeys.IsKey(storeKey) && File.Exists(PathOf(storeKey))) File.Delete(PathOf(storeKey));
        return Task.CompletedTask;
    }

    /// <summary>Writes a file that is whole on the disk when this returns, and gives its key.</summary>
    internal static async Task<string> WriteDraftAsync(string draft, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        await using var hashing = new HashingStream(file);
        await write(hashing, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return hashing.Key();
    }

    private string PathOf(string key) => Path.Combine(Folder, key[..SpreadLetters], key);
}
