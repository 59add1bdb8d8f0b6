using System.Buffers;

namespace Puskesos.Core.Messaging;

/// <summary>Copies what strangers send, and stops when it becomes more than agreed, whatever length they announced.</summary>
public static class CappedCopy
{
    private const int BufferBytes = 81920;

    /// <summary>True when everything was copied; false when there was more than <paramref name="most"/> bytes.</summary>
    public static async Task<bool> CopyAsync(Stream source, Stream destination, long most, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (long copied = 0; ;)
            {
                var read = await source.ReadAsync(buffer, cancellationToken);
                if (read == 0) return true;
                copied += read;
                if (copied > most) return false;
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
