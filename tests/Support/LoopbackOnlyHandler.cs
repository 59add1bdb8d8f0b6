using System.Net;

namespace Puskesos.Tests.Support;

/// <summary>Keeps tests on this machine: a call to any host but loopback fails the test that made it.</summary>
public sealed class LoopbackOnlyHandler : DelegatingHandler
{
    public LoopbackOnlyHandler() : base(new SocketsHttpHandler()) { }

    public LoopbackOnlyHandler(HttpMessageHandler inner) : base(inner) { }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri?.DnsSafeHost ?? "";
        var loopback = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

        return loopback
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException($"A test called {host}; tests reach loopback only");
    }
}
