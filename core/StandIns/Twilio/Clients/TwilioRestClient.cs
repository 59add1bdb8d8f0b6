using System.Text.Json;
using Twilio.Base;
using Twilio.Exceptions;
using Twilio.Http;
using HttpClient = Twilio.Http.HttpClient;

namespace Twilio.Clients;

/// <summary>Carries a call to the account's API and turns refusals into exceptions.</summary>
public interface ITwilioRestClient
{
    string AccountSid { get; }

    string? Region { get; }

    HttpClient HttpClient { get; }

    Response Request(Request request);

    Task<Response> RequestAsync(Request request);
}

/// <summary>A client of one account. The host is fixed; a test redirects it with a DelegatingHandler.</summary>
public class TwilioRestClient : ITwilioRestClient
{
    private readonly string username;
    private readonly string password;

    public TwilioRestClient(
        string username, string password, string? accountSid = null, string? region = null, HttpClient? httpClient = null, string? edge = null)
    {
        (this.username, this.password) = (username, password);
        AccountSid = accountSid ?? username;
        Region = region;
        Edge = edge;
        HttpClient = httpClient ?? new SystemNetHttpClient();
    }

    public string AccountSid { get; }

    public string? Region { get; }

    public string? Edge { get; set; }

    public HttpClient HttpClient { get; }

    public Response Request(Request request) => RequestAsync(request).GetAwaiter().GetResult();

    public async Task<Response> RequestAsync(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.SetAuth(username, password);
        Response? response;
        try
        {
            response = await HttpClient.MakeRequestAsync(request).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not TwilioException)
        {
            throw new ApiConnectionException($"Connection Error: {request.Method} failed.", failed);
        }

        if (response is null)
            throw new ApiConnectionException("Connection Error: No response received.");
        var status = (int)response.StatusCode;
        return status is >= 200 and < 400 ? response : throw Refusal(status, response.Content);
    }

    private static ApiException Refusal(int status, string content)
    {
        try
        {
            if (JsonSerializer.Deserialize<ErrorBody>(content, Resource.Json) is { } body)
                return new ApiException(body.Code ?? 0, status, body.Message ?? $"Api Error: {status}", body.MoreInfo, body.Details);
        }
        catch (JsonException)
        {
            // A proxy's page: the status alone says what happened.
        }

        return new ApiException(0, status, $"Api Error: {status}", null);
    }

    private sealed record ErrorBody(int? Code, string? Message, string? MoreInfo, Dictionary<string, object>? Details);
}
