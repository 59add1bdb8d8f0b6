using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>Calls the Bot API over HTTP. No exception text holds the token or an address.</summary>
public class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions options;
    private readonly HttpClient http;
    private readonly CancellationToken shutdown;

    public TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        http = httpClient ?? new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3) });
        shutdown = cancellationToken;
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public long BotId => options.BotId;

    public bool LocalBotServer => options.LocalBotServer;

    public TimeSpan Timeout
    {
        get => http.Timeout;
        set => http.Timeout = value;
    }

    public async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            // Not disposed: that would close the caller's stream, which a second try has to read again.
            var message = new HttpRequestMessage(request.HttpMethod, $"{options.BaseRequestUrl}/{request.MethodName}") { Content = request.ToHttpContent() };
            using var response = await ExchangeAsync(message, HttpCompletionOption.ResponseContentRead, stop.Token).ConfigureAwait(false);
            var envelope = await ReadAsync<TResponse>(response, stop.Token).ConfigureAwait(false);
            if (envelope is { Ok: true, Result: { } result })
                return result;
            if (envelope.Ok)
                throw new RequestException("The answer holds no result.", response.StatusCode);
            if (envelope.ErrorCode == (int)HttpStatusCode.TooManyRequests && attempt < options.RetryCount
                && envelope.Parameters?.RetryAfter is { } seconds && seconds <= options.RetryThreshold)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), stop.Token).ConfigureAwait(false);
                continue;
            }

            throw new ApiRequestException(envelope.Description ?? response.StatusCode.ToString(), envelope.ErrorCode, envelope.Parameters);
        }
    }

    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(filePath))
            throw new ArgumentException("A file path is needed.", nameof(filePath));
        ArgumentNullException.ThrowIfNull(destination);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown, cancellationToken);

        // Each part is escaped: a # in a name would cut the address short.
        var escaped = string.Join('/', filePath.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
        using var message = new HttpRequestMessage(HttpMethod.Get, $"{options.BaseFileUrl}/{escaped}");
        using var response = await ExchangeAsync(message, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var refusal = await ReadAsync<object>(response, stop.Token).ConfigureAwait(false);
            throw new ApiRequestException(refusal.Description ?? response.StatusCode.ToString(), refusal.ErrorCode, refusal.Parameters);
        }

        try
        {
            await response.Content.CopyToAsync(destination, stop.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException broken)
        {
            throw new RequestException("The file broke off.", response.StatusCode, broken);
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath ?? throw new ArgumentException("The file has no path: ask getFile first.", nameof(file)), destination, cancellationToken);
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await this.GetMe(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == (int)HttpStatusCode.Unauthorized)
        {
            return false;
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage message, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(message, until, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("Bot API Request timed out", late);
        }
        catch (HttpRequestException broken)
        {
            throw new RequestException("Exception during making request", broken);
        }
    }

    private static async Task<Envelope<TResponse>> ReadAsync<TResponse>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var envelope = await JsonSerializer.DeserializeAsync<Envelope<TResponse>>(body, JsonBotAPI.Options, cancellationToken).ConfigureAwait(false);
            if (envelope is { Ok: true } or { ErrorCode: not 0 })
                return envelope;
        }
        catch (JsonException notJson)
        {
            throw new RequestException("The answer is not the Bot API's.", response.StatusCode, notJson);
        }

        throw new RequestException("The answer is not the Bot API's.", response.StatusCode);
    }

    private sealed class Envelope<TResponse>
    {
        public bool Ok { get; set; }

        public TResponse? Result { get; set; }

        public int ErrorCode { get; set; }

        public string? Description { get; set; }

        public ResponseParameters? Parameters { get; set; }
    }
}
