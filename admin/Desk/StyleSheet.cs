using System.Security.Cryptography;

namespace Puskesos.Admin.Desk;

/// <summary>The one style sheet, built into the program; its address carries its hash, so that a browser fetches it once.</summary>
public sealed class StyleSheet
{
    public const string Path = "/puskesos.css";

    /// <summary>A year, the longest that browsers honour; a changed sheet has another address.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly byte[] content;

    public StyleSheet()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("puskesos.css")!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        Link = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }

    /// <summary>The address that pages name.</summary>
    public string Link { get; }

    public IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = Forever;
        return Results.Bytes(content, "text/css; charset=utf-8");
    }
}
