using System.Net;

namespace Puskesos.Tests.Support;

public sealed class LoopbackOnlyHandlerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:1/")]
    public async Task Loopback_is_let_through(string address)
    {
        using var client = new HttpClient(new LoopbackOnlyHandler(new AlwaysOk()));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("https://api.telegram.org/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.1.example/")]
    public async Task Any_other_host_is_refused(string address)
    {
        using var client = new HttpClient(new LoopbackOnlyHandler(new AlwaysOk()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(address, TestContext.Current.CancellationToken));
    }

    private sealed class AlwaysOk : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
