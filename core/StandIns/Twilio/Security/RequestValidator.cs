using System.Collections.Specialized;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Twilio.Security;

/// <summary>Tells whether a webhook was signed with the account's Auth Token.</summary>
public class RequestValidator(string secret)
{
    private const string BodyHash = "bodySHA256";
    private const int HttpsPort = 443;
    private const int HttpPort = 80;

    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    /// <summary>A form: the address, then name and value of every field in ordinal order of the names.</summary>
    public bool Validate(string url, IDictionary<string, string>? parameters, string expected) =>
        Matches(url, Joined(parameters?.Select(pair => (pair.Key, new[] { pair.Value })) ?? []), expected);

    /// <summary>A form with repeated names: their distinct values are signed in ordinal order, each after the name.</summary>
    public bool Validate(string url, NameValueCollection? parameters, string expected) =>
        Matches(url, Joined(parameters?.AllKeys.Select(name => (name ?? "", parameters.GetValues(name) ?? [""])) ?? []), expected);

    /// <summary>Any other body: the address is signed and holds the body's hash.</summary>
    public bool Validate(string url, string body, string expected)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Matches(url, "", expected) && HashIn(url) is { } hash && ValidateBody(body, hash);
    }

    /// <summary>Whether the text has this SHA-256, written in hexadecimal.</summary>
    public static bool ValidateBody(string rawBody, string expected)
    {
        ArgumentNullException.ThrowIfNull(rawBody);
        ArgumentNullException.ThrowIfNull(expected);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawBody)));
        return SameText(hash, expected.ToLowerInvariant());
    }

    private static string Joined(IEnumerable<(string Name, string[] Values)> fields)
    {
        var data = new StringBuilder();
        foreach (var (name, values) in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                data.Append(name).Append(value);
        }

        return data.ToString();
    }

    // The vendor signs now with and now without the port, and some of its senders re-encode the query; all are tried.
    // No short cut: the time tells nothing.
    private bool Matches(string url, string fields, string expected)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(expected);
        var matches = false;
        foreach (var form in (string[])[url, Reencoded(url)])
        {
            matches |= SameText(Sign(WithPort(form) + fields), expected);
            matches |= SameText(Sign(WithoutPort(form) + fields), expected);
        }

        return matches;
    }

    private static string Reencoded(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
            return url;
        var pairs = url[(start + 1)..].Split('&').Select(pair => string.Join('=', pair.Split('=', 2).Select(Form)));
        return url[..(start + 1)] + string.Join('&', pairs);

        static string Form(string part) => WebUtility.UrlEncode(WebUtility.UrlDecode(part));
    }

    private string Sign(string data) => Convert.ToBase64String(HMACSHA1.HashData(key, Encoding.UTF8.GetBytes(data)));

    private static bool SameText(string computed, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(computed), Encoding.UTF8.GetBytes(given));

    private static string? HashIn(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
            return null;
        return url[(start + 1)..].Split('&')
            .Where(pair => pair.StartsWith(BodyHash + "=", StringComparison.Ordinal))
            .Select(pair => Uri.UnescapeDataString(pair[(BodyHash.Length + 1)..]))
            .FirstOrDefault();
    }

    private static string WithPort(string url)
    {
        var (before, host, port, after) = Split(url);
        port ??= before.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? HttpsPort.ToString() : HttpPort.ToString();
        return $"{before}{host}:{port}{after}";
    }

    private static string WithoutPort(string url)
    {
        var (before, host, _, after) = Split(url);
        return before + host + after;
    }

    /// <summary>Cuts the text itself, not a parsed address: case and escapes are signed as they were sent.</summary>
    private static (string Before, string Host, string? Port, string After) Split(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        start = start < 0 ? 0 : start + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#');
        end = end < 0 ? url.Length : start + end;
        var user = url.LastIndexOf('@', end - 1, end - start);
        if (user >= start)
            start = user + 1;
        var authority = url[start..end];
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']')
            ? (url[..start], authority[..colon], authority[(colon + 1)..], url[end..])
            : (url[..start], authority, null, url[end..]);
    }
}
