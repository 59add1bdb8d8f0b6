namespace Puskesos.Core.Documents.Stores;

/// <summary>Keeps sealed files; sees ciphertext only. A file's key in the store is the SHA-256 of that ciphertext, in hex.</summary>
public interface IDocumentStore
{
    /// <summary>Keeps what <paramref name="write"/> writes, all of it or nothing, and gives its key.</summary>
    Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>The sealed file, or null when there is none of this key.</summary>
    Task<Stream?> OpenAsync(string storeKey, CancellationToken cancellationToken);

    /// <summary>Removes the file for good; one that is not there is fine.</summary>
    Task DeleteAsync(string storeKey, CancellationToken cancellationToken);
}
