using System.Buffers.Text;
using System.Security.Cryptography;

namespace Puskesos.Bot.WebChat;

/// <summary>Who is talking: a random id that only this browser knows. It is the address on this channel, so it is never logged or put into a URL.</summary>
public static class ChatPerson
{
    public const string Cookie = "puskesos_chat";

    private const int IdBytes = 32;
    private static readonly int IdLength = Base64Url.GetEncodedLength(IdBytes);

    /// <summary>The person of this request, or null when the browser has no id yet or a made-up one.</summary>
    public static string? Find(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Cookie, out var id) && id.Length == IdLength && id.All(IsIdLetter) ? id : null;

    /// <summary>The person of this request; a new one gets an id and keeps it in a cookie.</summary>
    public static string FindOrGreet(HttpContext http)
    {
        if (Find(http) is { } known) return known;
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        http.Response.Cookies.Append(Cookie, id, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = WebChatLimits.CookieLife,
            Path = "/",
            IsEssential = true,
        });
        return id;
    }

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
