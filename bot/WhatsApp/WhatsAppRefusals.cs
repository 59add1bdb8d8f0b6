using System.Globalization;
using Puskesos.Core.Messaging;
using Twilio.Exceptions;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Says what a failed call of the REST API means for the message.</summary>
internal static class WhatsAppRefusals
{
    public static SendOutcome Judge(TwilioException failed) => failed switch
    {
        ApiException { Code: not 0 } refused when refused.Status < 500 => WhatsAppErrors.Judge(refused.Code),
        ApiException { Status: 429 } => new(SendResult.RetryLater, ErrorCode: "429", WholeChannel: true),
        ApiException { Status: 401 or 403 } refused => new(SendResult.ChannelDown, ErrorCode: Code(refused.Status)),
        ApiException { Status: >= 400 and < 500 } refused => new(SendResult.NeverRetry, ErrorCode: Code(refused.Status)),

        // 5xx and unreadable answers: POST is not idempotent, it may have been sent.
        ApiException refused => new(SendResult.Unknown, ErrorCode: Code(refused.Code != 0 ? refused.Code : refused.Status)),
        _ when NeverLeft(failed) => new(SendResult.RetryLater, ErrorCode: "connection"),
        _ => new(SendResult.Unknown, ErrorCode: "no-answer"),
    };

    private static bool NeverLeft(TwilioException failed) => failed.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static string Code(int code) => code.ToString(CultureInfo.InvariantCulture);
}
