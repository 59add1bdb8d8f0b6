using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Puskesos.Core.Documents.Checks;

/// <summary>What the virus scanner says of a file.</summary>
public enum ScanVerdict
{
    /// <summary>No scanner is set.</summary>
    Off,
    Clean,
    Infected,

    /// <summary>The scanner did not answer, or did not say: nobody may open the file until it has.</summary>
    Away,
}

/// <summary>Asks clamd (setting <c>Documents:Clamd</c>) about a file, by its INSTREAM command (man clamd).</summary>
public sealed class VirusScan(IOptions<DocumentsOptions> options, ILogger<VirusScan> log)
{
    /// <summary>A file of 20 MB takes clamd a few seconds; what takes longer is asked again later.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Well below clamd's own limit of a chunk.</summary>
    private const int ChunkBytes = 64 * 1024;

    /// <summary>An answer names one signature; a longer one is no answer.</summary>
    private const int LongestAnswer = 1024;

    private const string UnixPrefix = "unix:";

    /// <summary>The verdict on this content; never throws because of the scanner.</summary>
    public async Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Clamd)) return ScanVerdict.Off;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        try
        {
            using var socket = await ConnectAsync(options.Value.Clamd, patience.Token);
            await using var stream = new NetworkStream(socket);
            await SendAsync(stream, content, patience.Token);
            return Read(await AnswerAsync(stream, patience.Token));
        }
        catch (Exception away) when (away is SocketException or IOException or FormatException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogWarning("The virus scanner did not answer ({Reason}): files stay closed until it does", away.GetType().Name);
            return ScanVerdict.Away;
        }
    }

    private ScanVerdict Read(string answer)
    {
        if (answer.EndsWith(" OK", StringComparison.Ordinal)) return ScanVerdict.Clean;
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal)) return ScanVerdict.Infected;
        log.LogWarning("The virus scanner could not judge a file: files stay closed until it can");
        return ScanVerdict.Away;
    }

    private static async Task<Socket> ConnectAsync(string place, CancellationToken cancellationToken)
    {
        var isUnix = place.StartsWith(UnixPrefix, StringComparison.Ordinal);
        var socket = isUnix ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            EndPoint end = isUnix ? new UnixDomainSocketEndPoint(place[UnixPrefix.Length..]) : HostOf(place);
            await socket.ConnectAsync(end, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static DnsEndPoint HostOf(string place) =>
        Uri.TryCreate($"tcp://{place}", UriKind.Absolute, out var address) && address.Port > 0 ? new DnsEndPoint(address.Host, address.Port) : throw new FormatException("Documents:Clamd is neither unix:/path nor host:port.");

    private static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var length = new byte[sizeof(int)];
        for (var rest = content; rest.Length > 0; rest = rest[Math.Min(rest.Length, ChunkBytes)..])
        {
            var chunk = rest[..Math.Min(rest.Length, ChunkBytes)];
            BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(chunk, cancellationToken);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, cancellationToken);
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await stream.ReadAsync(answer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;
            if (answer[length - 1] == 0) break;
        }

        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }
}
