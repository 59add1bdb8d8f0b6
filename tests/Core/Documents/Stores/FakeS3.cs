using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Stores;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Core.Documents.Stores;

/// <summary>As much of an S3 server as files need, on loopback: it can go away, and it can refuse to let single files go.</summary>
public sealed class FakeS3 : IAsyncDisposable
{
    private const string Bucket = "berkas";
    private readonly WebApplication app;
    private string url = "";

    private FakeS3(WebApplication app) => this.app = app;

    /// <summary>It breaks off every call.</summary>
    public bool IsAway { get; set; }

    /// <summary>It answers every call with this refusal.</summary>
    public int? Refuses { get; set; }

    /// <summary>Keys that it does not let go.</summary>
    public HashSet<string> Held { get; } = [];

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public static async Task<FakeS3> StartAsync()
    {
        var app = LoopbackHost.Builder().Build();
        var fake = new FakeS3(app);
        app.Map($"/{Bucket}/{{key}}", fake.AnswerAsync);
        fake.url = await LoopbackHost.StartAsync(app);
        return fake;
    }

    /// <summary>The product's store on this server.</summary>
    public S3DocumentStore Open(string folder) => new(Options.Create(new DocumentsOptions
    {
        Path = folder,
        S3 = new S3Options { ServiceUrl = url, Region = "us-east-1", Bucket = Bucket, AccessKey = "a", SecretKey = "b", ForcePathStyle = true },
    }));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [SuppressMessage("Security", "CA5351", Justification = "The tag that S3 itself gives to what was put; the client compares it.")]
    private async Task AnswerAsync(HttpContext http, string key)
    {
        if (IsAway)
        {
            http.Abort();
            return;
        }

        if (Refuses is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        switch (http.Request.Method)
        {
            case "PUT":
                Files[key] = body.ToArray();
                http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(MD5.HashData(Files[key]))}\"";
                return;
            case "DELETE" when Held.Contains(key):
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            case "DELETE":
                Files.TryRemove(key, out _);
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            case "GET" when Files.TryGetValue(key, out var file):
                await http.Response.Body.WriteAsync(file);
                return;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }
    }
}
