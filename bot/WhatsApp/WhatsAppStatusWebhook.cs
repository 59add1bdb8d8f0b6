using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Puskesos.Bot.Channels;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Twilio's calls about our own messages: how far each got. Out of order and repeated, so only what is further than before counts.</summary>
internal sealed class WhatsAppStatusWebhook(WhatsAppOptions options, WhatsAppSignature signature, DeliveryReports reports, WebhookOutage outage, ILogger<WhatsAppStatusWebhook> log)
{
    private const string OutboxKey = "outbox";
    private const string PartKey = "part";
    private const string PartsKey = "parts";

    /// <summary>The address that Twilio calls about one part of one outbox row: it names the row even when the REST answer was lost.</summary>
    public static Uri CallbackFor(WhatsAppOptions options, long outboxId, int part, int parts)
    {
        var split = parts == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"&{PartKey}={part}&{PartsKey}={parts}");
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{options.PublicBaseUrl.TrimEnd('/')}{WhatsAppSetup.StatusPath}?{OutboxKey}={outboxId}{split}"));
    }

    public async Task HandleAsync(HttpContext context)
    {
        if (await WhatsAppCall.ReadAsync(context) is not { } call)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (!WhatsAppWebhook.IsOurs(call, options, signature))
        {
            WhatsAppWebhook.Refuse(context);
            return;
        }

        if (await WebhookStorage.TryAsync(context, outage, stop => RecordAsync(context.Request, call, stop))) await WhatsAppWebhook.AnswerAsync(context);
    }

    private async Task RecordAsync(HttpRequest request, WhatsAppCall call, CancellationToken cancellationToken)
    {
        if (WhatsAppFormReader.SidOf(call) is not { } sid || StateOf(call["MessageStatus"] ?? call["SmsStatus"]) is not { } state) return;
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        long? NumberOf(string key) => query.TryGetValue(key, out var value) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var report = new DeliveryReport(Channel.WhatsApp, NumberOf(OutboxKey), sid, state)
        {
            IsLastPart = NumberOf(PartKey) == NumberOf(PartsKey),
            Failure = state == DeliveryState.Failed ? FailureOf(call["ErrorCode"]) : null,
        };
        if (report.Failure is { Result: SendResult.ChannelDown } failure) log.LogError("WhatsApp does not carry our messages: {Code}", failure.ErrorCode);
        await reports.RecordAsync(report, cancellationToken);
    }

    // A status that is not in this list says nothing new about delivery.
    private static DeliveryState? StateOf(string? status) => status switch
    {
        "queued" or "accepted" or "scheduled" or "sending" => DeliveryState.Queued,
        "sent" => DeliveryState.Sent,
        "delivered" => DeliveryState.Delivered,
        "read" => DeliveryState.Read,
        "failed" or "undelivered" or "canceled" => DeliveryState.Failed,
        _ => null,
    };

    private static SendOutcome FailureOf(string? code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? WhatsAppErrors.Judge(number) : new SendOutcome(SendResult.NeverRetry, ErrorCode: "failed");
}
