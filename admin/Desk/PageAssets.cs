using System.Security.Cryptography;

namespace Puskesos.Admin.Desk;

/// <summary>The style sheet and the icon, built into the program; an address carries its file's hash, so that a browser fetches each once.</summary>
public sealed class PageAssets
{
    public const string CssPath = "/puskesos.css";
    public const string IconPath = "/puskesos.svg";
    public const string ScriptPath = "/meja.js";

    /// <summary>A year, the longest that browsers honour; a changed file has another address.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly byte[] css = Load("puskesos.css");
    private readonly byte[] icon = Load("puskesos.svg");
    private readonly byte[] script = Load("meja.js");

    /// <summary>The style sheet's address as pages name it.</summary>
    public string CssLink => $"{CssPath}?v={HashOf(css)}";

    /// <summary>The icon's address as pages name it.</summary>
    public string IconLink => $"{IconPath}?v={HashOf(icon)}";

    /// <summary>The script's address as pages name it.</summary>
    public string ScriptLink => $"{ScriptPath}?v={HashOf(script)}";

    public IResult Script(HttpContext context) => Serve(context, script, "text/javascript; charset=utf-8");

    public IResult Css(HttpContext context) => Serve(context, css, "text/css; charset=utf-8");

    public IResult Icon(HttpContext context) => Serve(context, icon, "image/svg+xml");

    private static IResult Serve(HttpContext context, byte[] content, string type)
    {
        context.Response.Headers.CacheControl = Forever;
        return Results.Bytes(content, type);
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static byte[] Load(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
