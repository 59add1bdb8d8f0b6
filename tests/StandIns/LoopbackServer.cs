using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Puskesos.Tests.StandIns;

/// <summary>The other end of a vendor's client: keeps what arrives and answers what the test says, in order.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(int Status, string Body, string ContentType)> answers = new();

    private LoopbackServer(WebApplication app) => this.app = app;

    public sealed record Seen(string Method, string Target, string ContentType, string Authorization, string Body);

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public string Url { get; private set; } = "";

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new LoopbackServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        server.Url = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public LoopbackServer Answers(int status, string body, string contentType = "application/json")
    {
        answers.Enqueue((status, body, contentType));
        return this;
    }

    /// <summary>An HTTP client that sends every call here, whatever host it names.</summary>
    public HttpClient Redirected() => new(new Redirect(new Uri(Url)));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var body = new StreamReader(request.Body);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new Seen(request.Method, target, request.ContentType ?? "", request.Headers.Authorization.ToString(), await body.ReadToEndAsync()));
        var (status, text, contentType) = answers.TryDequeue(out var next) ? next : (500, "", "text/plain");
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status204NoContent)
            return;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(text);
    }

    private sealed class Redirect(Uri to) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(to, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
