using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Core.Storage.Hot;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Messaging;

/// <summary>Sends what the outbox holds: in order per person, at least once, doubled only where the provider leaves doubt.</summary>
public sealed class OutboxWorker(
    NpgsqlDataSource database, IEnumerable<IChannelSender> senders, WaitingNews waitingNews, SendingPermits permits, SendingSurroundings around, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>Sent side by side by one process.</summary>
    public const int AtOnce = 16;

    /// <summary>After this many tries a message is given up and the officer is told.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(2);
    private readonly Dictionary<Channel, IChannelSender> byChannel = senders.ToDictionary(sender => sender.Channel);

    /// <summary>Sends all that is due now; gives back how many were handled. Also what tests call.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        for (var count = 1; count > 0; all += count)
        {
            var open = await OpenChannelsAsync(cancellationToken);
            var claimed = open.Count == 0 ? [] : await OutboxSql.ClaimAsync(database, open, around.Now, AtOnce, cancellationToken);
            await Parallel.ForEachAsync(claimed, cancellationToken, async (message, token) => await HandleAsync(message, token));
            count = claimed.Count;
        }

        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FreeStuckAsync(stoppingToken);
                await RunOnceAsync(stoppingToken);
                await around.Signals.Sends.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                log.LogError("Sending stopped for a second: {Error}", error.GetType().Name);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task HandleAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(message, cancellationToken) is { } reason)
        {
            await FinishAsync(message, OutboxStatus.Skipped, new SendOutcome(SendResult.NeverRetry, ErrorCode: reason), null, cancellationToken);
            return;
        }

        if (SendingRules.RestsUntil(message, around.Now) is { } morning)
        {
            await OutboxSql.PutOffAsync(database, message, morning, SendingRules.QuietHoursCode, cancellationToken);
            return;
        }

        var body = JsonSerializer.Deserialize<OutgoingMessage>(around.Cipher.Open(message.Body))!;
        var isOpen = SendingRules.WindowIsOpen(message.Channel, message.LastInboundAt, around.Now);
        if (!isOpen && !around.HasTemplate(body))
        {
            await WaitForWindowAsync(message, cancellationToken);
            return;
        }

        if (await permits.TakeAsync(message, asTemplate: !isOpen, around.Now, cancellationToken) is { } pause)
        {
            await OutboxSql.PutOffAsync(database, message, pause.Until, pause.Code, cancellationToken);
            return;
        }

        var delivery = new Delivery(message.Id, around.Cipher.OpenText(message.AddressCipher), body, AsTemplate: !isOpen, message.CreatedAt);
        await SendAsync(message, delivery, cancellationToken);
    }

    private async Task SendAsync(ClaimedMessage message, Delivery delivery, CancellationToken cancellationToken)
    {
        SendOutcome outcome;
        try
        {
            outcome = await SendOrFindAsync(message, delivery, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.LogError("Sending outbox row {Outbox} failed: {Error}", message.Id, error.GetType().Name);
            outcome = new SendOutcome(SendResult.Unknown, ErrorCode: error.GetType().Name);
        }

        switch (outcome.Result)
        {
            case SendResult.Sent:
                await OutboxSql.SentAsync(database, message.Id, outcome.ProviderId, around.PriceOf(message.Channel, delivery.AsTemplate), around.Now, cancellationToken);
                break;
            case SendResult.WindowClosed:
                await WaitForWindowAsync(message, cancellationToken);
                break;
            case SendResult.ResidentLeft:
                await FinishAsync(message, OutboxStatus.Failed, outcome, null, cancellationToken);
                await around.MarkUnreachableAsync(database, message.ConversationId, cancellationToken);
                break;
            case SendResult.NeverRetry:
                await FinishAsync(message, OutboxStatus.Failed, outcome, null, cancellationToken);
                break;
            default:
                await AgainAsync(message, outcome, cancellationToken);
                break;
        }
    }

    /// <summary>After a lost answer the provider is asked first, where it can tell: only what surely did not go out is sent again.</summary>
    private async Task<SendOutcome> SendOrFindAsync(ClaimedMessage message, Delivery delivery, CancellationToken cancellationToken)
    {
        var sender = byChannel[message.Channel];
        if (message.MayBeSent && await sender.FindSentAsync(delivery, cancellationToken) is { Result: SendResult.Sent or SendResult.Unknown } found) return found;
        return await sender.SendAsync(delivery, cancellationToken);
    }

    private async Task AgainAsync(ClaimedMessage message, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var wait = outcome.After ?? SendingRules.Backoff(message.Attempts);
        if (outcome.WholeChannel || outcome.Result == SendResult.ChannelDown)
            await around.HoldChannelAsync(database, message.Channel, around.Now + wait, outcome.ErrorCode, cancellationToken);
        var status = message.Attempts >= MostAttempts ? OutboxStatus.Failed : OutboxStatus.Waiting;
        if (status == OutboxStatus.Failed) log.LogError("Outbox row {Outbox} is given up after {Attempts} tries ({Code})", message.Id, message.Attempts, outcome.ErrorCode);
        var told = outcome.Result == SendResult.Unknown ? outcome with { ErrorCode = SendingRules.InDoubt } : outcome;
        await FinishAsync(message, status, told, around.Now + wait, cancellationToken);
    }

    private async Task WaitForWindowAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        // Announced first: a crash in between repeats it, and it is written once; the other way round the news would wait unannounced.
        await waitingNews.AnnounceAsync(new WaitingMessage(message.ConversationId, message.Channel, message.CaseId, message.TextKey), cancellationToken);
        await FinishAsync(message, OutboxStatus.AwaitingWindow, new SendOutcome(SendResult.WindowClosed), null, cancellationToken);
    }

    private async Task<string?> RefusalAsync(ClaimedMessage message, CancellationToken cancellationToken) => Refusal(message)
        ?? (message.TextKey == CaseUpdates.News_Waiting && !await waitingNews.IsAwaitedAsync(message.ConversationId, cancellationToken) ? WaitingNews.DeliveredCode : null);

    private static string? Refusal(ClaimedMessage message) =>
        message.Body is null ? "blanked"
        : message.IsSilent && message.TextKey != "AskSafe_NotSafe" ? "silent"
        : message.IsUnreachable && message.Lane == Lane.Notice ? "unreachable"
        : message.NoticesStopped && message.Lane == Lane.Notice ? "stopped"
        : null;

    private Task FinishAsync(ClaimedMessage message, OutboxStatus status, SendOutcome outcome, DateTimeOffset? again, CancellationToken cancellationToken) =>
        OutboxSql.FinishAsync(database, message.Id, status, outcome.ProviderId, outcome.ErrorCode, again, cancellationToken);

    private async Task<List<Channel>> OpenChannelsAsync(CancellationToken cancellationToken)
    {
        var held = await around.HeldChannelsAsync(database, cancellationToken);
        return [.. byChannel.Keys.Where(channel => !held.Contains(channel))];
    }

    /// <summary>Rows left in sending by a crash: asked for at the provider where it can tell, else sent again.</summary>
    private async Task FreeStuckAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update outbox_messages set status = 0, error_code = @doubt where status = 1 and claimed_at < @before");
        command.Parameters.AddWithValue("doubt", SendingRules.InDoubt);
        command.Parameters.AddWithValue("before", around.Now - StuckAfter);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
