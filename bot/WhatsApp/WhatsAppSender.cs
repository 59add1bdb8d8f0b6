using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Puskesos.Core.Messaging;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Sends replies and notices by WhatsApp: text inside the 24-hour window, an approved template outside of it.</summary>
internal sealed partial class WhatsAppSender(WhatsAppOptions options, TwilioConnection twilio, PartsSent partsSent) : IChannelSender
{
    /// <summary>Twilio refuses above 1600 (21617) and counts in its own way; 1500 UTF-16 units are always inside.</summary>
    public const int LongestPart = 1500;

    /// <summary>Clocks differ a little, and Twilio's times have whole seconds.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(5);

    private const int LookBackRows = 50;

    public Channel Channel => Channel.WhatsApp;

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.AsTemplate) return await SendTemplateAsync(delivery, cancellationToken);
        var parts = PartsOf(delivery.Message);
        if (parts.Count == 0) return new(SendResult.NeverRetry, ErrorCode: "empty");
        var outcome = SendOutcome.Sent(null);
        for (var at = Math.Min(partsSent.Of(delivery.OutboxId), parts.Count - 1); at < parts.Count && outcome.Result == SendResult.Sent; at++)
        {
            outcome = await CreateAsync(Options(delivery, at + 1, parts.Count, parts[at]), cancellationToken);
            if (outcome.Result != SendResult.Sent && at > 0) partsSent.Remember(delivery.OutboxId, at);
        }

        if (outcome.Result is SendResult.Sent or SendResult.NeverRetry or SendResult.ResidentLeft) partsSent.Forget(delivery.OutboxId);
        return outcome;
    }

    /// <summary>Sent when Twilio's list has it, RetryLater when it surely has not, Unknown when the list could not be read.</summary>
    public async Task<SendOutcome?> FindSentAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var since = delivery.CreatedAt.UtcDateTime - ClockSlack;
            var read = new ReadMessageOptions { To = new PhoneNumber(delivery.Address), From = new PhoneNumber(options.WhatsAppNumber), DateSentAfter = since.Date.AddDays(-1), PageSize = LookBackRows, Limit = LookBackRows };
            var list = await MessageResource.ReadAsync(read, twilio.Client).WaitAsync(cancellationToken);
            list.AutoPaging = false;
            var sent = list.Where(row => row.DateCreated >= since && !IsInbound(row)).ToList();
            return delivery.AsTemplate ? FindTemplate(sent, delivery.Message) : FindParts(sent, delivery);
        }
        catch (TwilioException failed)
        {
            return new SendOutcome(SendResult.Unknown, ErrorCode: WhatsAppRefusals.Judge(failed).ErrorCode);
        }
    }

    private SendOutcome FindParts(List<MessageResource> sent, Delivery delivery)
    {
        var parts = PartsOf(delivery.Message);
        var found = parts.TakeWhile(part => sent.Any(row => row.Body?.Trim() == part)).Count();
        if (found == parts.Count) return SendOutcome.Sent(sent.First(row => row.Body?.Trim() == parts[^1]).Sid);
        if (found > 0) partsSent.Remember(delivery.OutboxId, found);
        return new SendOutcome(SendResult.RetryLater, ErrorCode: "not-found");
    }

    // The list has the text as Twilio filled it in, so it is known by its values.
    private static SendOutcome FindTemplate(List<MessageResource> sent, OutgoingMessage message) =>
        sent.FirstOrDefault(row => message.TemplateValues.All(value => row.Body?.Contains(TemplateValue(value), StringComparison.Ordinal) == true)) is { } found
            ? SendOutcome.Sent(found.Sid)
            : new SendOutcome(SendResult.RetryLater, ErrorCode: "not-found");

    private static bool IsInbound(MessageResource row) => row.Direction == MessageResource.DirectionEnum.Inbound;

    private async Task<SendOutcome> SendTemplateAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        // Without an approved template nothing may leave now: the outbox lets it wait for the person's next message.
        if (delivery.Message.TemplateKey is not { } key || !options.Templates.TryGetValue(key, out var contentSid))
            return new(SendResult.WindowClosed, ErrorCode: "no-template");
        var create = Options(delivery, part: 1, parts: 1, body: null);
        create.ContentSid = contentSid;
        create.ContentVariables = JsonSerializer.Serialize(delivery.Message.TemplateValues
            .Select((value, at) => (Gap: (at + 1).ToString(CultureInfo.InvariantCulture), Value: TemplateValue(value)))
            .ToDictionary(pair => pair.Gap, pair => pair.Value));
        return await CreateAsync(create, cancellationToken);
    }

    private CreateMessageOptions Options(Delivery delivery, int part, int parts, string? body) => new(new PhoneNumber(delivery.Address))
    {
        From = new PhoneNumber(options.WhatsAppNumber),
        Body = body,
        StatusCallback = WhatsAppStatusWebhook.CallbackFor(options, delivery.OutboxId, part, parts),
    };

    private async Task<SendOutcome> CreateAsync(CreateMessageOptions create, CancellationToken cancellationToken)
    {
        var hint = TwilioAddressHandler.Listen();
        try
        {
            var created = await MessageResource.CreateAsync(create, twilio.Client).WaitAsync(cancellationToken);
            return created.ErrorCode is { } code && code != 0
                ? WhatsAppErrors.Judge(code) with { ProviderId = created.Sid }
                : SendOutcome.Sent(created.Sid);
        }
        catch (TwilioException failed)
        {
            var outcome = WhatsAppRefusals.Judge(failed);
            return hint.After is { } wait && outcome.Result == SendResult.RetryLater ? outcome with { After = wait } : outcome;
        }
    }

    private static List<string> PartsOf(OutgoingMessage message) => [.. TextParts.Cut(message.Text, LongestPart).Select(part => part.Of(message.Text).Trim())];

    /// <summary>A template's value has no line break and no run of blanks (63013), and is not empty.</summary>
    private static string TemplateValue(string value) => Blanks().Replace(value, " ").Trim() is { Length: > 0 } text ? text : "-";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
