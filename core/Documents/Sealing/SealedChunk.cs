using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Puskesos.Core.Documents.Sealing;

/// <summary>The shape of a sealed file: chunks, each with a head (length, and whether it is the last), its ciphertext and its tag.</summary>
internal static class SealedChunk
{
    /// <summary>Plain bytes of a full chunk: the memory that reading or writing needs, whatever the file's size.</summary>
    public const int PlainBytes = 64 * 1024;

    public const int HeadBytes = 4;
    public const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const uint LastFlag = 0x8000_0000;

    public static AesGcm Cipher(byte[] key) => new(key, TagBytes);

    public static void WriteHead(Span<byte> head, int length, bool last) =>
        BinaryPrimitives.WriteUInt32BigEndian(head, (uint)length | (last ? LastFlag : 0));

    public static (int Length, bool Last) ReadHead(ReadOnlySpan<byte> head)
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(head);
        var length = (int)(value & ~LastFlag);
        return length <= PlainBytes ? (length, (value & LastFlag) != 0) : throw new CryptographicException("Not a sealed file.");
    }

    /// <summary>The chunk's number is its nonce: every file has a key of its own, so no nonce is used twice under one key.</summary>
    public static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), number);
        return nonce;
    }
}
