namespace Puskesos.Core.Documents.Sealing;

/// <summary>Encrypts what is written to it (AES-256-GCM by chunks) into another stream; complete only after <see cref="FinishAsync"/>.</summary>
public sealed class SealingStream(Stream destination, byte[] key) : Stream
{
    private readonly System.Security.Cryptography.AesGcm cipher = SealedChunk.Cipher(key);
    private readonly byte[] plain = new byte[SealedChunk.PlainBytes];
    private readonly byte[] box = new byte[SealedChunk.HeadBytes + SealedChunk.PlainBytes + SealedChunk.TagBytes];
    private int filled;
    private long number;
    private bool finished;

    /// <summary>Plain bytes written so far.</summary>
    public override long Length => Written;

    /// <summary>Plain bytes written so far.</summary>
    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !finished;

    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(finished, this);
        while (!buffer.IsEmpty)
        {
            if (filled == plain.Length) await SendChunkAsync(last: false, cancellationToken);
            var part = Math.Min(buffer.Length, plain.Length - filled);
            buffer[..part].CopyTo(plain.AsMemory(filled));
            filled += part;
            Written += part;
            buffer = buffer[part..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Writes the last chunk: without it the file counts as cut off.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(finished, this);
        await SendChunkAsync(last: true, cancellationToken);
        finished = true;
        await destination.FlushAsync(cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // A chunk leaves when it is full or the last.
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) cipher.Dispose();
        base.Dispose(disposing);
    }

    private async Task SendChunkAsync(bool last, CancellationToken cancellationToken)
    {
        SealedChunk.WriteHead(box, filled, last);
        cipher.Encrypt(
            SealedChunk.Nonce(number++),
            plain.AsSpan(0, filled),
            box.AsSpan(SealedChunk.HeadBytes, filled),
            box.AsSpan(SealedChunk.HeadBytes + filled, SealedChunk.TagBytes),
            box.AsSpan(0, SealedChunk.HeadBytes));
        await destination.WriteAsync(box.AsMemory(0, SealedChunk.HeadBytes + filled + SealedChunk.TagBytes), cancellationToken);
        filled = 0;
    }
}
