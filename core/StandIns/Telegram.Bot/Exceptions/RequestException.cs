using System.Net;
using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>A call that got no proper answer: no connection, a time-out, or something else than the Bot API's envelope.</summary>
public class RequestException : Exception
{
    public RequestException(string message)
        : base(message)
    {
    }

    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode)
        : base(message) => HttpStatusCode = httpStatusCode;

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception innerException)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>The status of the answer; null when there was none.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}

/// <summary>A call that the Bot API refused, with its reason.</summary>
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message, int errorCode)
        : base(message) => ErrorCode = errorCode;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters)
        : base(message) => (ErrorCode, Parameters) = (errorCode, parameters);

    public int ErrorCode { get; }

    public ResponseParameters? Parameters { get; }
}
