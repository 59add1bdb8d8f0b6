using System.Net;
using Twilio.Clients;
using Twilio.Http;
using NetHttpClient = System.Net.Http.HttpClient;

namespace Puskesos.Bot.WhatsApp;

/// <summary>
/// The way to Twilio's REST API. Made here and not by the HTTP client factory, whose log lines hold addresses. Redirects are
/// followed by nobody, so that credentials go to the API and to nothing else.
/// </summary>
internal sealed class TwilioConnection : IDisposable
{
    /// <summary>The library takes no CancellationToken; this bounds every call.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    private readonly NetHttpClient http;

    public TwilioConnection(WhatsAppOptions options)
    {
        var line = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(3) };
        http = new NetHttpClient(new TwilioAddressHandler(options.Api) { InnerHandler = line }) { Timeout = CallTimeout };
        Client = new TwilioRestClient(options.AccountSid, options.AuthToken, httpClient: new SystemNetHttpClient(http));
    }

    public ITwilioRestClient Client { get; }

    public void Dispose() => http.Dispose();
}

/// <summary>The library's host is fixed: this sends its calls to the configured one, and hands on how long a refusal asks to wait, which the library drops.</summary>
internal sealed class TwilioAddressHandler(Uri api) : DelegatingHandler
{
    private static readonly AsyncLocal<RetryHint?> Hint = new();

    /// <summary>Collects what the calls of this flow are told to wait.</summary>
    public static RetryHint Listen() => Hint.Value = new RetryHint();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } asked && api.Host != new Uri(WhatsAppOptions.VendorUrl).Host)
            request.RequestUri = new UriBuilder(asked) { Scheme = api.Scheme, Host = api.Host, Port = api.Port }.Uri;
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests && Hint.Value is { } hint) hint.After = answer.Headers.RetryAfter?.Delta;
        return answer;
    }

    /// <summary>What a refusal said about waiting.</summary>
    internal sealed class RetryHint
    {
        public TimeSpan? After { get; set; }
    }
}
