using System.Security.Cryptography;
using System.Text;

namespace Puskesos.Core.Storage.Protection;

/// <summary>Encrypts personal values (AES-256-GCM) and makes the keyed hash by which they can be found again (HMAC-SHA-256).</summary>
public sealed class FieldCipher
{
    private const byte Format = 1;
    private const int HeadBytes = 2;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly MasterKeys keys;
    private readonly byte[] indexKey;
    private readonly Dictionary<byte, byte[]> fieldKeys = [];
    private readonly Lock gate = new();

    public FieldCipher(MasterKeys keys)
    {
        this.keys = keys;
        indexKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.First, MasterKeys.KeyBytes, info: "blind-index"u8.ToArray());
    }

    /// <summary>Encrypts a text; the same text gives another result each time.</summary>
    public byte[] Seal(string text) => Seal(Encoding.UTF8.GetBytes(text));

    /// <summary>Encrypts bytes: format, key number, nonce, tag, ciphertext.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var box = new byte[HeadBytes + NonceBytes + TagBytes + plain.Length];
        box[0] = Format;
        box[1] = keys.ActiveId;
        var nonce = box.AsSpan(HeadBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(FieldKey(keys.ActiveId), TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(HeadBytes + NonceBytes + TagBytes), box.AsSpan(HeadBytes + NonceBytes, TagBytes), box.AsSpan(0, HeadBytes));
        return box;
    }

    /// <summary>Decrypts what <see cref="Seal(ReadOnlySpan{byte})"/> made; throws <see cref="CryptographicException"/> when it was changed.</summary>
    public byte[] Open(ReadOnlySpan<byte> box)
    {
        if (box.Length < HeadBytes + NonceBytes + TagBytes || box[0] != Format) throw new CryptographicException("Not a sealed value.");
        var plain = new byte[box.Length - HeadBytes - NonceBytes - TagBytes];
        using var aes = new AesGcm(FieldKey(box[1]), TagBytes);
        aes.Decrypt(box.Slice(HeadBytes, NonceBytes), box[(HeadBytes + NonceBytes + TagBytes)..], box.Slice(HeadBytes + NonceBytes, TagBytes), plain, box[..HeadBytes]);
        return plain;
    }

    /// <summary>True when a sealed value was made with a key older than the one in use.</summary>
    public bool IsOfOlderKey(ReadOnlySpan<byte> box) => box.Length > 1 && box[1] != keys.ActiveId;

    /// <summary>Decrypts a text.</summary>
    public string OpenText(ReadOnlySpan<byte> box) => Encoding.UTF8.GetString(Open(box));

    /// <summary>The blind index of a value: equal values of one purpose give equal bytes, and nobody without the key can test a guess.</summary>
    public byte[] Index(string purpose, string value) => HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes($"{purpose}\n{value}"));

    /// <summary>The keyed hash of a whole file, by which the same file is recognised.</summary>
    public byte[] Index(ReadOnlySpan<byte> content) => HMACSHA256.HashData(indexKey, content);

    private byte[] FieldKey(byte id)
    {
        lock (gate)
        {
            if (!fieldKeys.TryGetValue(id, out var key))
                fieldKeys[id] = key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys[id], MasterKeys.KeyBytes, info: "field"u8.ToArray());
            return key;
        }
    }
}
