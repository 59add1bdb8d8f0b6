using System.Net.Http.Headers;
using System.Text;
using NetHttpClient = System.Net.Http.HttpClient;
using NetHttpMethod = System.Net.Http.HttpMethod;

namespace Twilio.Http;

/// <summary>What carries the calls.</summary>
public abstract class HttpClient
{
    public Request? LastRequest { get; protected set; }

    /// <summary>The latest answer; of no use when several calls run at once.</summary>
    public Response? LastResponse { get; protected set; }

    public abstract Response MakeRequest(Request request);

    public abstract Task<Response> MakeRequestAsync(Request request);

    public string Authentication(string username, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
}

/// <summary>Carries the calls with the framework's own client.</summary>
public class SystemNetHttpClient(NetHttpClient? httpClient = null) : HttpClient
{
    private readonly NetHttpClient http = httpClient ?? new NetHttpClient();

    public override Response MakeRequest(Request request) => MakeRequestAsync(request).GetAwaiter().GetResult();

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var message = new HttpRequestMessage(new NetHttpMethod(request.Method.ToString()), request.ConstructUrl());
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (request is { Username: { } username, Password: { } password })
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Authentication(username, password));
        if (request.Method.ToString() == HttpMethod.Post.ToString())
        {
            message.Content = new ByteArrayContent(request.EncodePostParams());
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        LastRequest = request;
        LastResponse = null;
        using var answer = await http.SendAsync(message).ConfigureAwait(false);
        var response = new Response(answer.StatusCode, await answer.Content.ReadAsStringAsync().ConfigureAwait(false), answer.Headers);
        LastResponse = response;
        return response;
    }
}
