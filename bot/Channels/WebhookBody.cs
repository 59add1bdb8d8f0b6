using Puskesos.Core.Messaging;

namespace Puskesos.Bot.Channels;

/// <summary>Reads the body of a webhook call, up to the size that a provider's call can have.</summary>
internal static class WebhookBody
{
    /// <summary>1 MB: the largest real update or form is some 30 kB, files are fetched apart.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The body, or null when it is larger than <see cref="MostBytes"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes) return null;
        using var body = new MemoryStream();
        if (!await CappedCopy.CopyAsync(request.Body, body, MostBytes, cancellationToken)) return null;
        return body.ToArray();
    }
}
