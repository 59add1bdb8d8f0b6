using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Remembers which list, page or search of the queue an officer came from, so that the way back leads there, also without script.</summary>
public static class QueuePlace
{
    private const string Name = "puskesos-antrean";

    /// <summary>A name or number looked for may stand in no address; it waits sealed in the browser until another list is opened.</summary>
    private const string SearchName = "puskesos-cari";

    /// <summary>A list, a page and a page number fit in this.</summary>
    private const int Longest = 80;

    private static readonly CookieOptions Kept = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };

    /// <summary>This request's list is where the way back leads; an earlier search is forgotten.</summary>
    public static void Keep(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.QueryString.Value ?? "";
        if (query.Length <= Longest) http.Response.Cookies.Append(Name, query, Kept);
        http.Response.Cookies.Delete(SearchName);
    }

    /// <summary>This search is where the way back leads.</summary>
    public static void KeepSearch(HttpContext http, string words)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Append(SearchName, SealOf(http).Protect(words), Kept);
    }

    /// <summary>The search that the way back leads to, or null.</summary>
    public static string? SearchOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies[SearchName] is not { Length: > 0 } kept) return null;
        try
        {
            return SealOf(http).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // Forged, or sealed with a key that is gone: there is nothing to go back to.
            return null;
        }
    }

    /// <summary>The address of the way back.</summary>
    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies.ContainsKey(SearchName)) return "/kasus?lagi=true";
        return http.Request.Cookies[Name] is { Length: > 1 and <= Longest } query && query[0] == '?' ? $"/kasus{query}" : "/kasus";
    }

    /// <summary>Somebody else may sit here next.</summary>
    public static void Forget(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Delete(Name);
        http.Response.Cookies.Delete(SearchName);
    }

    private static IDataProtector SealOf(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(SearchName);
}
