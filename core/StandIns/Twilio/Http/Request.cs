using System.Text;

namespace Twilio.Http;

/// <summary>An HTTP verb.</summary>
public class HttpMethod
{
    public static readonly HttpMethod Get = new("GET");
    public static readonly HttpMethod Post = new("POST");
    public static readonly HttpMethod Delete = new("DELETE");

    private readonly string value;

    public HttpMethod(string method) => value = method;

    public override string ToString() => value;
}

/// <summary>One call: verb, address, query and form values in the order given.</summary>
public class Request
{
    public Request(HttpMethod method, string url)
    {
        (Method, Uri) = (method, new Uri(url));
        QueryParams = [];
        PostParams = [];
    }

    public HttpMethod Method { get; }

    public Uri Uri { get; private set; }

    public string? Username { get; set; }

    public string? Password { get; set; }

    public List<KeyValuePair<string, string>> QueryParams { get; }

    public List<KeyValuePair<string, string>> PostParams { get; }

    public void SetAuth(string username, string password) => (Username, Password) = (username, password);

    public void AddQueryParam(string name, string value) => QueryParams.Add(new(name, value));

    public void AddPostParam(string name, string value) => PostParams.Add(new(name, value));

    public Uri ConstructUrl()
    {
        if (QueryParams.Count == 0)
            return Uri;
        var separator = string.IsNullOrEmpty(Uri.Query) ? '?' : '&';
        return new Uri($"{Uri.AbsoluteUri}{separator}{Encode(QueryParams)}");
    }

    public byte[] EncodePostParams() => Encoding.UTF8.GetBytes(Encode(PostParams));

    private static string Encode(List<KeyValuePair<string, string>> values) =>
        string.Join('&', values.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
}
