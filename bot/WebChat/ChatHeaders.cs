namespace Puskesos.Bot.WebChat;

/// <summary>What the browser may do with our pages: nothing from elsewhere, nothing kept, no frame but our own.</summary>
public static class ChatHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    public static void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
