using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Npgsql;
using Puskesos.Bot.Channels;
using Puskesos.Core.Storage;
using Telegram.Bot.Exceptions;

namespace Puskesos.Bot.Telegram;

/// <summary>Asks Telegram for updates where it cannot call us. One process at a time; an update is confirmed only after its row is committed.</summary>
internal sealed class TelegramPolling(TelegramConnection telegram, Leases leases, IServiceScopeFactory scopes, ILogger<TelegramPolling> log) : BackgroundService
{
    /// <summary>How often a second process asks whether the first one is gone.</summary>
    private static readonly TimeSpan LeaseWait = TimeSpan.FromSeconds(5);

    /// <summary>A wrong token or a foreign poller does not mend itself within seconds.</summary>
    private static readonly TimeSpan RefusedWait = TimeSpan.FromSeconds(30);

    /// <summary>A server or proxy that does not hold a quiet poll must not be asked without a pause.</summary>
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(1);

    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (; ; await Task.Delay(LeaseWait, stoppingToken))
        {
            try
            {
                await using var lease = await leases.TryTakeAsync(LeaseName.TelegramPolling, stoppingToken);
                if (lease is not null) await PollAsync(lease, stoppingToken);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning("Polling waits for the database: {Kind}", away.GetType().Name);
            }
        }
    }

    private async Task PollAsync(Lease lease, CancellationToken cancellationToken)
    {
        // Set only to confirm what was just stored, never while waiting and not at start: after a week of silence ids begin at a
        // random number, and an offset above it would throw new messages away. What was stored before is known by its id.
        long? offset = null;
        while (await lease.IsHeldAsync(cancellationToken))
        {
            try
            {
                var asked = Stopwatch.GetTimestamp();
                var updates = await telegram.LongPolls.SendRequest(new TelegramUpdatesRequest(offset), cancellationToken);
                if (offset is null && updates.Length == 0 && Stopwatch.GetElapsedTime(asked) < ShortestPoll) await Task.Delay(ShortestPoll, cancellationToken);
                offset = null;
                foreach (var update in updates)
                {
                    await StoreAsync(update, cancellationToken);
                    offset = IdOf(update) + 1 ?? offset;
                }

                failures = 0;
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(WaitAfter(problem), cancellationToken);
            }
        }
    }

    private async Task StoreAsync(JsonElement update, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TelegramIntake>().TakeAsync(Encoding.UTF8.GetBytes(update.GetRawText()), cancellationToken);
    }

    private static long? IdOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            ? number
            : null;

    private TimeSpan WaitAfter(Exception problem)
    {
        failures++;
        if (problem is ApiRequestException { Parameters.RetryAfter: { } seconds }) return TimeSpan.FromSeconds(seconds);
        if (problem is ApiRequestException { ErrorCode: 401 or 404 or 409 } refused)
        {
            log.LogError("Telegram refuses to be polled ({Code}): 401 and 404 mean a wrong Telegram:BotToken, 409 a webhook that is still set or a second poller", refused.ErrorCode);
            return RefusedWait;
        }

        log.LogWarning("Polling failed: {Kind} {Code}", problem.GetType().Name, (problem as ApiRequestException)?.ErrorCode);
        return Backoff.After(failures);
    }
}
