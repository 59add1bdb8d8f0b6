using System.Net;

namespace Puskesos.Tool.Check;

/// <summary>A page as it came: its status and its markup.</summary>
public sealed record Page(HttpStatusCode Status, string Html)
{
    public IReadOnlyList<PageForm> Forms => PageForm.AllOf(Html);

    /// <summary>True when the words stand in the page as a person reads them.</summary>
    public bool Says(string words) => WebUtility.HtmlDecode(Html).Contains(words, StringComparison.Ordinal);
}

/// <summary>A browser without script: it keeps cookies, follows redirects, fills in forms.</summary>
public sealed class Browser : IDisposable
{
    /// <summary>The chat's POST waits two seconds for the reply; a page that takes longer than this is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    public Browser(Uri address) =>
        http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address, Timeout = Patience };

    public async Task<Page> OpenAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return new Page(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Sends a form with its hidden fields and what was filled in or pressed.</summary>
    public async Task<Page> SendAsync(PageForm form, IEnumerable<PageButton> filled, CancellationToken cancellationToken)
    {
        using var body = new FormUrlEncodedContent(form.Fields.Concat(filled).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(form.Action, UriKind.Relative), body, cancellationToken);
        return new Page(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    public string? CookieOf(string name) => cookies.GetCookies(http.BaseAddress!)[name]?.Value;

    public void Dispose() => http.Dispose();
}
