using Puskesos.Core.Documents.Stores;

namespace Puskesos.Core.Documents.Reading;

/// <summary>Opens documents for those who may see them; whoever calls has checked that.</summary>
public sealed class DocumentReader(DocumentVault vault)
{
    /// <summary>The plain content, streamed; null when it is not stored (still coming, too big, failed, erased).</summary>
    public async Task<Stream?> OpenAsync(Document document, CancellationToken cancellationToken) =>
        document is { State: DocumentState.Stored, StoreKey: { } storeKey, WrappedKey: { } wrappedKey }
            ? await vault.OpenAsync(storeKey, wrappedKey, cancellationToken) : null;

    /// <summary>The thumbnail (JPEG, made by us), or null when there is none.</summary>
    public async Task<Stream?> OpenThumbnailAsync(Document document, CancellationToken cancellationToken) =>
        document is { State: DocumentState.Stored, ThumbnailKey: { } thumbnailKey, WrappedKey: { } wrappedKey }
            ? await vault.OpenThumbnailAsync(thumbnailKey, wrappedKey, cancellationToken) : null;
}
