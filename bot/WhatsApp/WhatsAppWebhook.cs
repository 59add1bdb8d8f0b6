using System.Security.Cryptography;
using Puskesos.Bot.Channels;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Twilio's calls with messages: is the signature right, then store, then an empty answer. Replies leave through the REST API.</summary>
internal sealed class WhatsAppWebhook(WhatsAppOptions options, WhatsAppSignature signature, Inbox inbox, WebhookOutage outage, ILogger<WhatsAppWebhook> log)
{
    /// <summary>The shape that Twilio wants; any other type is an error in its log (12300).</summary>
    private const string EmptyAnswer = "<Response/>";

    public async Task HandleAsync(HttpContext context)
    {
        if (await WhatsAppCall.ReadAsync(context) is not { } call)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (!IsOurs(call, options, signature))
        {
            Refuse(context);
            return;
        }

        if (await WebhookStorage.TryAsync(context, outage, stop => StoreAsync(call, stop))) await AnswerAsync(context);
    }

    /// <summary>Signed with our token and for our account.</summary>
    internal static bool IsOurs(WhatsAppCall call, WhatsAppOptions options, WhatsAppSignature signature) =>
        signature.IsAuthentic(call) && (call["AccountSid"] is not { } account || account == options.AccountSid);

    internal static void Refuse(HttpContext context)
    {
        ChannelFigures.Refused.Add(1, ChannelFigures.By("whatsapp"));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    internal static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(EmptyAnswer, context.RequestAborted);
    }

    private async Task StoreAsync(WhatsAppCall call, CancellationToken cancellationToken)
    {
        // A status callback that was sent here by a slip in the console tells of our own message, not of a person's.
        if (call["From"] == options.WhatsAppNumber)
        {
            log.LogWarning("A status callback came to the address for messages: correct the sender's settings at Twilio");
            return;
        }

        if (WhatsAppFormReader.Read(call) is { } message)
        {
            await inbox.StoreAsync(message, call.Body, cancellationToken);
            return;
        }

        var id = WhatsAppFormReader.SidOf(call) ?? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(call.Body.Span));
        await inbox.ParkAsync(Channel.WhatsApp, id, call.Body, "unreadable", cancellationToken);
        ChannelFigures.Parked.Add(1, ChannelFigures.By("whatsapp"));
        log.LogWarning("A call of Twilio could not be read and was parked as {ExternalId}", id);
    }
}
