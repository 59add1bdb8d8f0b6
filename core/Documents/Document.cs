namespace Puskesos.Core.Documents;

/// <summary>Where a file stands on its way in.</summary>
public enum DocumentState
{
    /// <summary>Announced by a message; still at the provider.</summary>
    Fetching,
    Stored,

    /// <summary>Too big for the channel or for us.</summary>
    TooBig,

    /// <summary>Gone at the provider, or not readable.</summary>
    Failed,
    Erased,

    /// <summary>Kept, but the virus scanner was away: nobody can open it until it has been looked at.</summary>
    Unchecked,
}

/// <summary>A file of a resident or officer. Lies encrypted in the document store; this row says where and what.</summary>
public sealed class Document
{
    public long Id { get; init; }

    /// <summary>The chat it came by; null when an officer took it.</summary>
    public long? ConversationId { get; init; }

    /// <summary>Null while it belongs to a draft.</summary>
    public long? CaseId { get; set; }

    public long? InboxId { get; init; }

    /// <summary>What it shows (<c>KTP</c>, <c>KK</c> …, codes of the catalogue); null = not told.</summary>
    public string? Kind { get; set; }

    public DocumentState State { get; set; }

    public Messaging.Channel Channel { get; init; }

    /// <summary>The <see cref="Messaging.IncomingMedia"/> at the provider, sealed; blanked once the provider's copy is gone, or stored where the provider deletes nothing.</summary>
    public byte[]? Source { get; set; }

    /// <summary>When the provider is asked to delete its copy; null = nothing to ask for.</summary>
    public DateTimeOffset? ForgetAt { get; set; }

    /// <summary>How often the provider was asked and did not.</summary>
    public int ForgetAttempts { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>As found in the content, never as the sender says.</summary>
    public string? ContentType { get; set; }

    public long? Size { get; set; }

    /// <summary>Key in the store: the hash of the ciphertext.</summary>
    public string? StoreKey { get; set; }

    /// <summary>The file's own key, sealed by the master key.</summary>
    public byte[]? WrappedKey { get; set; }

    /// <summary>The home visit at which an officer took it.</summary>
    public long? VisitId { get; init; }

    /// <summary>Where it was taken, as the officer's phone said; sealed.</summary>
    public byte[]? PinCipher { get; init; }

    /// <summary>Keyed hash of the content: the same picture sent twice is recognised.</summary>
    public byte[]? ContentIndex { get; set; }

    public string? ThumbnailKey { get; set; }

    /// <summary>Marks found at arrival, comma-separated codes of <see cref="DocumentMarks"/>.</summary>
    public string? Marks { get; set; }

    /// <summary>What was read on an identity card, sealed JSON; a proposal that counts for nothing until its owner confirms it.</summary>
    public byte[]? Reading { get; set; }
}

/// <summary>A paper that a need asks for (DOMAIN §5, column W), and whether it has come.</summary>
public sealed class AwaitedDocument
{
    public long Id { get; init; }

    public long CaseId { get; init; }

    /// <summary>The need that asks for it; the same kind may be asked by several needs.</summary>
    public int ItemNumber { get; init; }

    public required string Kind { get; init; }

    /// <summary>The file that answered it; null = still awaited.</summary>
    public long? DocumentId { get; set; }

    /// <summary>True once an officer asked for it; false while it is only "menyusul".</summary>
    public bool AskedByOfficer { get; set; }
}
