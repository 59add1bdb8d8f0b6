using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Puskesos.Bot.WebChat.Page;

/// <summary>
/// The style sheet and the script, built into the program so that they are there wherever it is started from. Their address
/// carries their hash: a phone fetches each once and never asks again.
/// </summary>
public static class PageAssets
{
    private const int HashLetters = 12;
    private const string LongCache = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, Asset> All =
        new[]
        {
            Load("puskesos.css", "text/css; charset=utf-8"),
            Load("puskesos.svg", "image/svg+xml"),
            Load("webchat.js", "text/javascript; charset=utf-8"),
        }.ToFrozenDictionary(asset => asset.Name);

    public static string Css { get; } = AddressOf("puskesos.css");

    public static string Icon { get; } = AddressOf("puskesos.svg");

    public static string Script { get; } = AddressOf("webchat.js");

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in All.Values)
        {
            routes.MapGet($"/{asset.Name}", (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Hash ? LongCache : "no-cache";
                http.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(asset.Content, asset.ContentType);
            });
        }
    }

    private static string AddressOf(string name) => $"/{name}?v={All[name].Hash}";

    private static Asset Load(string name, string contentType)
    {
        using var resource = typeof(PageAssets).Assembly.GetManifestResourceStream($"wwwroot/{name}")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new Asset(name, contentType, content, Convert.ToHexStringLower(SHA256.HashData(content))[..HashLetters]);
    }

    private sealed record Asset(string Name, string ContentType, byte[] Content, string Hash);
}
