using Microsoft.EntityFrameworkCore;
using Puskesos.Bot.Channels;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.WhatsApp;

/// <summary>
/// Finds messages that no webhook brought. Twilio does not come back with a message that it could not deliver to us, but keeps
/// it in its list: every three minutes and at start the list of the last 48 hours is compared with the inbox.
/// </summary>
internal sealed class WhatsAppReconcileJob(
    IEnumerable<TwilioMessageList> lists, Inbox inbox, BotDbContext database, Leases leases, ILogger<WhatsAppReconcileJob> log, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan LookBack = TimeSpan.FromHours(48);

    /// <summary>A message this young can still be on its way through the webhook: Twilio's own tries end after 15 s.</summary>
    private static readonly TimeSpan StillComing = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The timetable is the same everywhere; without the channel there is no list.
        if (lists.SingleOrDefault() is not { } list) return;
        await using var lease = await leases.TryTakeAsync(LeaseName.WhatsAppReconcile, cancellationToken);
        if (lease is null) return;
        var now = clock.GetUtcNow();
        var listed = await list.InboundSinceAsync(now - LookBack, cancellationToken);
        var missing = await MissingAsync([.. listed.Where(row => !IsStillComing(row, list.StartedAt, now))], cancellationToken);
        foreach (var row in missing) await RecoverAsync(list, row, cancellationToken);
        if (missing.Count > 0) log.LogWarning("{Count} messages had not come by webhook and were taken from Twilio's list", missing.Count);
    }

    // At start nothing is on its way to us: what came while the process was down is taken at once.
    private static bool IsStillComing(TwilioMessageRow row, DateTimeOffset startedAt, DateTimeOffset now) => row.CreatedAt > now - StillComing && row.CreatedAt >= startedAt;

    /// <summary>What the inbox lacks, oldest first: a person's messages are dealt with in the order of their rows.</summary>
    private async Task<List<TwilioMessageRow>> MissingAsync(List<TwilioMessageRow> listed, CancellationToken cancellationToken)
    {
        var sids = listed.Select(row => row.Sid).ToArray();
        var known = await database.Inbox
            .Where(row => row.Channel == Channel.WhatsApp && sids.Contains(row.ExternalId))
            .Select(row => row.ExternalId)
            .ToListAsync(cancellationToken);
        return [.. listed.ExceptBy(known, row => row.Sid).OrderBy(row => row.CreatedAt)];
    }

    private async Task RecoverAsync(TwilioMessageList list, TwilioMessageRow row, CancellationToken cancellationToken)
    {
        if (await ReadAsync(list, row, cancellationToken) is { } message) await inbox.StoreAsync(message, row.Raw, cancellationToken);
        else await inbox.ParkAsync(Channel.WhatsApp, row.Sid, row.Raw, "unreadable", cancellationToken);
        ChannelFigures.Recovered.Add(1);
    }

    /// <summary>The list lacks name, place and pressed button: what has neither text nor file is asked for again.</summary>
    private static async Task<IncomingMessage?> ReadAsync(TwilioMessageList list, TwilioMessageRow row, CancellationToken cancellationToken)
    {
        if (WhatsAppFormReader.AddressOf(row.From) is not { } address) return null;
        var head = new IncomingMessage
        {
            Channel = Channel.WhatsApp,
            ExternalId = row.Sid,
            Address = address,
            Phone = WhatsAppFormReader.PhoneOf(address),
            Kind = string.IsNullOrEmpty(row.Body) ? IncomingKind.Unreadable : IncomingKind.Text,
            Text = string.IsNullOrEmpty(row.Body) ? null : row.Body,
            SentAt = row.CreatedAt,
            Recovered = true,
        };
        if (row.MediaCount == 0) return head;
        var media = await list.MediaOfAsync(row.Sid, cancellationToken);
        return media.Count > 0 ? WhatsAppFormReader.WithMedia(head, media, null) : head with { Kind = IncomingKind.Unreadable };
    }
}
