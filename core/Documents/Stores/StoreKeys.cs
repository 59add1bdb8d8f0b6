using System.Security.Cryptography;

namespace Puskesos.Core.Documents.Stores;

/// <summary>Keys of stored files: hashes of our own making. Anything else is no key, whatever path it may look like.</summary>
public static class StoreKeys
{
    private const int Letters = SHA256.HashSizeInBytes * 2;

    /// <summary>True for 64 lower-case hex digits.</summary>
    public static bool IsKey(string? text) => text is { Length: Letters } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The key of a finished hash.</summary>
    public static string Of(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
