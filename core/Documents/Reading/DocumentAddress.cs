using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Reading;

/// <summary>What stands for a file in the address of a page: its number with a keyed mark, so that nobody finds a file by counting. It gives no right to see it.</summary>
public static class DocumentAddress
{
    private const string Purpose = "document-address";

    /// <summary>96 bits of the mark: nobody guesses one in the lifetime of a file.</summary>
    private const int MarkBytes = 12;

    private const char Between = '-';

    /// <summary>The address of this file.</summary>
    public static string Of(FieldCipher cipher, long documentId)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        var number = documentId.ToString(CultureInfo.InvariantCulture);
        return $"{number}{Between}{Base64Url.EncodeToString(cipher.Index(Purpose, number).AsSpan(0, MarkBytes))}";
    }

    /// <summary>The file at this address; null for an address that was not given out.</summary>
    public static long? Read(FieldCipher cipher, string? address)
    {
        if (address is null || address.IndexOf(Between, StringComparison.Ordinal) is not (> 0 and var end)) return null;
        if (!long.TryParse(address.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var documentId)) return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(address), Encoding.UTF8.GetBytes(Of(cipher, documentId))) ? documentId : null;
    }
}
