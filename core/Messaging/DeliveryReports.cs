using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Messaging;

/// <summary>What a provider says later about one of our messages.</summary>
/// <param name="Channel">The channel that it went by.</param>
/// <param name="OutboxId">Our row, when the report names it; else it is found by the provider's id.</param>
/// <param name="ProviderId">The provider's id of the message or of a part of it.</param>
/// <param name="State">How far it got.</param>
public sealed record DeliveryReport(Channel Channel, long? OutboxId, string ProviderId, DeliveryState State)
{
    /// <summary>False for the earlier parts of a split message: their arrival says nothing about the whole, their failure does.</summary>
    public bool IsLastPart { get; init; } = true;

    /// <summary>What the failure means, when <see cref="State"/> is <see cref="DeliveryState.Failed"/>.</summary>
    public SendOutcome? Failure { get; init; }
}

/// <summary>
/// Writes delivery reports to the outbox. They come out of order and more than once: only what is further than before counts,
/// a failure is final unless the message had already arrived, and a repeated report changes nothing.
/// </summary>
public sealed class DeliveryReports(BotDbContext database, WaitingNews waitingNews, TimeProvider clock)
{
    /// <summary>After so many tries a message that the provider keeps failing is given up and shown as failed.</summary>
    public const int MostAttempts = 8;

    /// <summary>Wait before another try when the provider names none.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(5);

    /// <summary>Records one report; a report about a row that is unknown or already further does nothing.</summary>
    public async Task RecordAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (report.State == DeliveryState.Failed) await FailAsync(report, cancellationToken);
        else if (report.IsLastPart) await AdvanceAsync(report, cancellationToken);
    }

    private async Task AdvanceAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // A report also settles a row whose answer was lost: the provider has the message, so it is not sent again.
        await Open(report)
            .Where(row => row.Delivery < report.State)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(row => row.Delivery, report.State)
                    .SetProperty(row => row.Status, OutboxStatus.Sent)
                    .SetProperty(row => row.ProviderId, report.ProviderId)
                    .SetProperty(row => row.SentAt, row => row.SentAt ?? now),
                cancellationToken);
    }

    private async Task FailAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        var failure = report.Failure ?? new SendOutcome(SendResult.NeverRetry);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = Open(report).Where(row => row.Delivery < DeliveryState.Delivered);
        var failed = await rows.Select(row => new { row.Id, row.ConversationId, row.Channel, row.CaseId, row.TextKey, row.Attempts, row.SentAt }).FirstOrDefaultAsync(cancellationToken);
        if (failed is null) return;
        var reopened = failure.Result == SendResult.WindowClosed && failed.Attempts < MostAttempts && await WroteSinceAsync(failed.ConversationId, failed.SentAt, cancellationToken);
        var status = reopened ? OutboxStatus.Waiting : StatusAfter(failure.Result, failed.Attempts);
        var notBefore = clock.GetUtcNow() + (reopened ? TimeSpan.Zero : failure.After ?? DefaultWait);
        // A window found closed only afterwards (63016): the news waits from now on, and the person is told that it does.
        if (status == OutboxStatus.AwaitingWindow)
            await waitingNews.AnnounceAsync(new WaitingMessage(failed.ConversationId, failed.Channel, failed.CaseId, failed.TextKey), cancellationToken);
        var changed = await rows.ExecuteUpdateAsync(
            change => change
                .SetProperty(row => row.Delivery, DeliveryState.Failed)
                .SetProperty(row => row.Status, status)
                .SetProperty(row => row.ProviderId, report.ProviderId)
                .SetProperty(row => row.NotBefore, row => status == OutboxStatus.Waiting ? notBefore : row.NotBefore)
                .SetProperty(row => row.ErrorCode, failure.ErrorCode),
            cancellationToken);
        if (changed > 0 && failure.Result == SendResult.ResidentLeft) await MarkUnreachableAsync(failed.ConversationId, failed.SentAt, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whoever wrote after it was sent has opened the window again: the news goes out now instead of waiting for another message.</summary>
    private async Task<bool> WroteSinceAsync(long addressId, DateTimeOffset? sentAt, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync($"select 1 from conversations where id = {addressId} for no key update", cancellationToken);
        var last = await database.Addresses.Where(address => address.Id == addressId).Select(address => address.LastInboundAt).SingleOrDefaultAsync(cancellationToken);
        return last > sentAt;
    }

    // Whoever wrote after our message is there, whatever the report says.
    private Task<int> MarkUnreachableAsync(long addressId, DateTimeOffset? sentAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.Addresses
            .Where(address => address.Id == addressId && address.UnreachableAt == null && (address.LastInboundAt == null || sentAt == null || address.LastInboundAt <= sentAt))
            .ExecuteUpdateAsync(change => change.SetProperty(address => address.UnreachableAt, now), cancellationToken);
    }

    private static OutboxStatus StatusAfter(SendResult result, int attempts) => result switch
    {
        SendResult.WindowClosed => OutboxStatus.AwaitingWindow,
        SendResult.RetryLater or SendResult.Unknown or SendResult.ChannelDown when attempts < MostAttempts => OutboxStatus.Waiting,
        _ => OutboxStatus.Failed,
    };

    /// <summary>The row, if it is one that the provider can have: sent, being sent, or put back after a lost answer.</summary>
    private IQueryable<OutboxMessage> Open(DeliveryReport report)
    {
        var rows = database.Outbox.Where(row => row.Channel == report.Channel &&
            (row.Status == OutboxStatus.Sent || row.Status == OutboxStatus.Sending || (row.Status == OutboxStatus.Waiting && row.Attempts > 0)));
        if (report.OutboxId is not { } id) return rows.Where(row => row.ProviderId == report.ProviderId);
        return report.IsLastPart
            ? rows.Where(row => row.Id == id && (row.ProviderId == null || row.ProviderId == report.ProviderId))
            : rows.Where(row => row.Id == id);
    }
}
