using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Puskesos.Tests.Core.Documents;

/// <summary>Speaks clamd's INSTREAM over a real socket: finds the EICAR test string, refuses what is too long.</summary>
public sealed class FakeClamd : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public FakeClamd(EndPoint? at = null, int streamMaxLength = 25_000_000)
    {
        listener = at is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(at ?? new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        serving = ServeAsync(streamMaxLength);
    }

    /// <summary>As the setting names it.</summary>
    public string Place => listener.LocalEndPoint is UnixDomainSocketEndPoint unix ? $"unix:{unix}" : $"{listener.LocalEndPoint}";

    public int Scans { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync(int streamMaxLength)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptAsync(stopping.Token);
                await using var stream = new NetworkStream(socket);
                var answer = await AnswerAsync(stream, streamMaxLength);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\0"));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task<string> AnswerAsync(NetworkStream stream, int streamMaxLength)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, stopping.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0") return "UNKNOWN COMMAND";
        using var content = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, stopping.Token);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0) break;
            await stream.ReadExactlyAsync(chunk, stopping.Token);
            content.Write(chunk);
        }

        Scans++;
        if (content.Length > streamMaxLength) return "INSTREAM size limit exceeded. ERROR";
        return Encoding.Latin1.GetString(content.ToArray()).Contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE", StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
