using System.Net;
using System.Net.Sockets;

namespace Puskesos.Bot.WhatsApp;

/// <summary>
/// Keeps a redirect from leading into our own network: only public addresses are connected to, judged after the name was
/// resolved, at the moment of connecting. Where the API itself is on loopback (tests, demo), loopback is allowed.
/// </summary>
internal static class PublicHostsOnly
{
    public static SocketsHttpHandler Handler(Uri api)
    {
        var loopbackToo = api.IsLoopback;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(3),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, loopbackToo, cancellationToken),
        };
    }

    /// <summary>https, or http on loopback where the API is there too; never with a user name in the address.</summary>
    public static bool MayFollow(Uri next, Uri api) =>
        next.UserInfo == "" && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && next.IsLoopback && api.IsLoopback));

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return IsPublic(address.MapToIPv4());
        if (IPAddress.IsLoopback(address)) return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return (Within(address) is not { } inner || IsPublic(inner)) && !(address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any));
        return Public4(address.GetAddressBytes());
    }

    /// <summary>The IPv4 address that a gateway would go to: NAT64 (RFC 6052), 6to4 (RFC 3056), and the old IPv4-compatible form (RFC 4291).</summary>
    private static IPAddress? Within(IPAddress address)
    {
        var bytes = address.GetAddressBytes().AsSpan();
        if (bytes[0] == 0x20 && bytes[1] == 0x02) return new IPAddress(bytes[2..6]);
        var isNat64 = bytes.StartsWith<byte>([0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]);
        return isNat64 || bytes[..12].IndexOfAnyExcept((byte)0) < 0 ? new IPAddress(bytes[12..]) : null;
    }

    // RFC 6890: this network, private use, shared (100.64/10), link-local, test and benchmark nets, multicast and reserved.
    private static bool Public4(byte[] b) => b[0] switch
    {
        0 or 10 or 127 or >= 224 => false,
        100 => b[1] is < 64 or > 127,
        169 => b[1] != 254,
        172 => b[1] is < 16 or > 31,
        192 => !(b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2)),
        198 => b[1] is not (18 or 19) && !(b[1] == 51 && b[2] == 100),
        203 => !(b[1] == 0 && b[2] == 113),
        _ => true,
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool loopbackToo, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = addresses.Where(address => IsPublic(address) || (loopbackToo && IPAddress.IsLoopback(address))).ToArray();
        if (allowed.Length == 0) throw new HttpRequestException("The host has no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
