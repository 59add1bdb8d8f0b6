namespace Puskesos.Bot.Channels;

/// <summary>The promise of every webhook: success is answered only for what is stored, and 503 when it could not be, so that the provider repeats.</summary>
internal static class WebhookStorage
{
    /// <summary>Seconds after which Telegram shall repeat (it obeys Retry-After; without one it waits up to two minutes).</summary>
    private const string RepeatAfterSeconds = "5";

    /// <summary>True when stored; false when the answer 503 was set.</summary>
    public static async Task<bool> TryAsync(HttpContext context, WebhookOutage outage, Func<CancellationToken, Task> store)
    {
        try
        {
            await store(context.RequestAborted);
            outage.Stored();
            return true;
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            outage.Refused(problem);
            context.Response.Headers.RetryAfter = RepeatAfterSeconds;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }
}
