using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Fetches photos, files and voice notes from Twilio. The account's credentials go to the API and to nobody else.</summary>
internal sealed class WhatsAppMediaFetcher : IMediaFetcher, IDisposable
{
    /// <summary>From the API to the store of files, and once more inside of it.</summary>
    private const int MostRedirects = 3;

    private static readonly TimeSpan FileTimeout = TimeSpan.FromMinutes(3);

    /// <summary>A file that just came can be missing for a moment (chatwoot #15499); after these waits the job asks again later.</summary>
    private static readonly TimeSpan[] MissingWaits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly WhatsAppOptions options;
    private readonly ILogger<WhatsAppMediaFetcher> log;
    private readonly HttpClient http;

    public WhatsAppMediaFetcher(WhatsAppOptions options, ILogger<WhatsAppMediaFetcher> log)
    {
        this.options = options;
        this.log = log;
        http = new HttpClient(PublicHostsOnly.Handler(options.Api)) { Timeout = FileTimeout };
    }

    public Channel Channel => Channel.WhatsApp;

    /// <summary>16 MB: what Twilio takes from WhatsApp.</summary>
    public long LargestBytes => MediaLimits.Largest(Channel);

    /// <summary>Long enough to fetch again should our disk fail in the first days (DOMAIN §4.6: media go at the carrier after fetching).</summary>
    public TimeSpan? ForgetAfter => TimeSpan.FromHours(48);

    /// <summary>Deletes the medium of the message; one that is no longer there is gone as well.</summary>
    public async Task<bool> ForgetAsync(IncomingMedia media, CancellationToken cancellationToken)
    {
        if (ApiAddress(media.RemoteId) is not { } address) return true;
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"{address.GetLeftPart(UriPartial.Path)}.json")) { Headers = { Authorization = Credentials() } };
        using var answer = await http.SendAsync(request, cancellationToken);
        return answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Gone;
    }

    public async Task<MediaFetchResult> FetchAsync(IncomingMedia media, Stream destination, CancellationToken cancellationToken)
    {
        if (ApiAddress(media.RemoteId) is not { } address)
        {
            log.LogWarning("A file's address is not one of our account and was not fetched");
            return MediaFetchResult.Gone;
        }

        try
        {
            return await FetchAsync(address, destination, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogInformation("A file could not be fetched: {Kind}", broken.GetType().Name);
            return MediaFetchResult.RetryLater;
        }
    }

    public void Dispose() => http.Dispose();

    private AuthenticationHeaderValue Credentials() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));

    /// <summary>The file's address at the configured API, or null when it is not a file of our account there.</summary>
    private Uri? ApiAddress(string remoteId)
    {
        if (!Uri.TryCreate(remoteId, UriKind.Absolute, out var asked) || asked.UserInfo != "") return null;
        var vendor = new Uri(WhatsAppOptions.VendorUrl);
        var isApi = IsAt(asked, options.Api) || IsAt(asked, vendor);
        var isOurs = asked.AbsolutePath.StartsWith($"/2010-04-01/Accounts/{options.AccountSid}/Messages/", StringComparison.Ordinal);
        return isApi && isOurs ? new Uri(options.Api, asked.PathAndQuery) : null;
    }

    private static bool IsAt(Uri asked, Uri api) => asked.Scheme == api.Scheme && asked.Host == api.Host && asked.Port == api.Port;

    private async Task<MediaFetchResult> FetchAsync(Uri address, Stream destination, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await GetAsync(address, cancellationToken);
            if (answer is null) return MediaFetchResult.Gone;
            if (answer.StatusCode == HttpStatusCode.NotFound && tries < MissingWaits.Length)
            {
                await Task.Delay(MissingWaits[tries], cancellationToken);
                continue;
            }

            if (answer.StatusCode == HttpStatusCode.Gone) return MediaFetchResult.Gone;
            if (answer.StatusCode != HttpStatusCode.OK) return MediaFetchResult.RetryLater;
            if (answer.Content.Headers.ContentLength > LargestBytes) return MediaFetchResult.TooBig;
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await CappedCopy.CopyAsync(body, destination, LargestBytes, cancellationToken) ? MediaFetchResult.Fetched : MediaFetchResult.TooBig;
        }
    }

    /// <summary>Follows the way to the file by hand: credentials on the first call only. Null when the way leads where it must not.</summary>
    private async Task<HttpResponseMessage?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (hops == 0) request.Headers.Authorization = Credentials();
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308)) return answer;
            var next = answer.Headers.Location is { } location ? new Uri(address, location) : null;
            answer.Dispose();
            if (next is null || !PublicHostsOnly.MayFollow(next, options.Api))
            {
                log.LogWarning("A file's address leads to a place that is not followed");
                return null;
            }

            address = next;
        }

        return null;
    }
}
