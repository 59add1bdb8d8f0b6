using System.Net;
using Puskesos.Core.Messaging;
using Telegram.Bot.Exceptions;

namespace Puskesos.Bot.Telegram;

/// <summary>Says what a refusal of the Bot API means for the message and for the channel (CHANNELS §1.6).</summary>
internal sealed class TelegramRefusals(TimeProvider clock)
{
    /// <summary>When a 429 comes without a time: about one message a second and chat is what Telegram accepts.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private long heldChat;
    private DateTimeOffset heldUntil;

    public static bool IsAboutMarks(ApiRequestException refused) => refused.ErrorCode == 400 && Says(refused, "can't parse entities");

    public SendOutcome Judge(RequestException failed, long chat) => failed switch
    {
        ApiRequestException { ErrorCode: 429 } busy => Busy(busy, chat),
        ApiRequestException { ErrorCode: 403 } => new(SendResult.ResidentLeft, ErrorCode: "403"),
        ApiRequestException { ErrorCode: 401 or 404 } refused => new(SendResult.ChannelDown, ErrorCode: Code(refused.ErrorCode)),
        ApiRequestException { ErrorCode: 400 } refused => Refused(refused),
        ApiRequestException { ErrorCode: >= 500 or 409 } busy => new(SendResult.RetryLater, ErrorCode: Code(busy.ErrorCode)),
        ApiRequestException other => new(SendResult.NeverRetry, ErrorCode: Code(other.ErrorCode)),
        _ => NoAnswer(failed),
    };

    private static SendOutcome Refused(ApiRequestException refused) => refused switch
    {
        // The person never started this bot, or the account is gone: nothing can be sent until they write.
        _ when Says(refused, "chat not found") || Says(refused, "user not found") || Says(refused, "PEER_ID_INVALID") => new(SendResult.ResidentLeft, ErrorCode: "400:chat-not-found"),
        _ when Says(refused, "message is too long") => new(SendResult.NeverRetry, ErrorCode: "400:too-long"),
        _ when Says(refused, "BUTTON_DATA_INVALID") => new(SendResult.NeverRetry, ErrorCode: "400:button"),
        _ => new(SendResult.NeverRetry, ErrorCode: "400"),
    };

    /// <summary>Telegram does not say whether one chat or the bot was too fast: a second chat refused during the wait means the bot.</summary>
    private SendOutcome Busy(ApiRequestException busy, long chat)
    {
        var wait = busy.Parameters?.RetryAfter is > 0 and { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultWait;
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var everybody = heldUntil > now && heldChat != chat;
            (heldChat, heldUntil) = (chat, now + wait);
            return new(SendResult.RetryLater, ErrorCode: "429", After: wait, WholeChannel: everybody);
        }
    }

    /// <summary>No answer of the Bot API itself. Only where the message cannot have arrived may it simply be sent again.</summary>
    private static SendOutcome NoAnswer(RequestException failed) => failed switch
    {
        { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } } =>
            new(SendResult.RetryLater, ErrorCode: "connection"),
        { HttpStatusCode: HttpStatusCode.GatewayTimeout } => new(SendResult.Unknown, ErrorCode: "504"),
        { HttpStatusCode: { } status } when (int)status >= 500 => new(SendResult.RetryLater, ErrorCode: Code((int)status)),
        _ => new(SendResult.Unknown, ErrorCode: "no-answer"),
    };

    // The vendor gives no code for these, only words.
    private static bool Says(ApiRequestException refused, string words) => refused.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Code(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
