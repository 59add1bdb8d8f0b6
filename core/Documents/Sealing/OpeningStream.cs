using System.Security.Cryptography;

namespace Puskesos.Core.Documents.Sealing;

/// <summary>Decrypts a file that <see cref="SealingStream"/> made, chunk by chunk. Throws <see cref="CryptographicException"/> when it was changed or cut off.</summary>
public sealed class OpeningStream(Stream source, byte[] key) : Stream
{
    private readonly AesGcm cipher = SealedChunk.Cipher(key);
    private readonly byte[] head = new byte[SealedChunk.HeadBytes];
    private readonly byte[] box = new byte[SealedChunk.PlainBytes + SealedChunk.TagBytes];
    private readonly byte[] plain = new byte[SealedChunk.PlainBytes];
    private int at;
    private int filled;
    private long number;
    private bool last;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (at == filled && !last)
        {
            await WholeAsync(source.ReadExactlyAsync(head, cancellationToken));
            var (length, _) = SealedChunk.ReadHead(head);
            await WholeAsync(source.ReadExactlyAsync(box.AsMemory(0, length + SealedChunk.TagBytes), cancellationToken));
            OpenChunk();
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async ValueTask WholeAsync(ValueTask reading)
    {
        try
        {
            await reading;
        }
        catch (EndOfStreamException cut)
        {
            throw new CryptographicException("The sealed file is cut off.", cut);
        }
    }

    private void OpenChunk()
    {
        (filled, last) = SealedChunk.ReadHead(head);
        at = 0;
        cipher.Decrypt(SealedChunk.Nonce(number++), box.AsSpan(0, filled), box.AsSpan(filled, SealedChunk.TagBytes), plain.AsSpan(0, filled), head);
    }

    private int Take(Span<byte> buffer)
    {
        var part = Math.Min(buffer.Length, filled - at);
        plain.AsSpan(at, part).CopyTo(buffer);
        at += part;
        return part;
    }
}
