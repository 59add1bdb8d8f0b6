namespace Puskesos.Admin.Pages.Cases;

/// <summary>Remembers which list and page of the queue an officer came from, so that the way back leads there, also without script.</summary>
public static class QueuePlace
{
    private const string Name = "puskesos-antrean";

    /// <summary>A list, a page and a page number fit in this.</summary>
    private const int Longest = 80;

    /// <summary>This request's list is where the way back leads. A search is not kept.</summary>
    public static void Keep(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!HttpMethods.IsGet(http.Request.Method)) return;
        var query = http.Request.QueryString.Value ?? "";
        if (query.Length <= Longest) http.Response.Cookies.Append(Name, query, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
    }

    /// <summary>The address of the way back.</summary>
    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Cookies[Name] is { Length: > 1 and <= Longest } query && query[0] == '?' ? $"/kasus{query}" : "/kasus";
    }
}
