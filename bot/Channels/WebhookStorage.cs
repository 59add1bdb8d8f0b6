using Npgsql;

namespace Puskesos.Bot.Channels;

/// <summary>The promise of every webhook: success is answered only for what is stored, and 503 when it could not be, so that the provider repeats.</summary>
internal static class WebhookStorage
{
    /// <summary>Seconds after which Telegram shall repeat (it obeys Retry-After; without one it waits up to two minutes).</summary>
    private const string RepeatAfterSeconds = "5";

    /// <summary>True when stored; false when the answer 503 was set.</summary>
    public static async Task<bool> TryAsync(HttpContext context, ILogger log, Func<CancellationToken, Task> store)
    {
        try
        {
            await store(context.RequestAborted);
            return true;
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The text of a database error may repeat values of the row: only its kind is logged.
            log.LogError("A webhook call could not be stored: {Kind} {SqlState}", problem.GetType().Name, (problem as PostgresException)?.SqlState);
            context.Response.Headers.RetryAfter = RepeatAfterSeconds;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }
}
