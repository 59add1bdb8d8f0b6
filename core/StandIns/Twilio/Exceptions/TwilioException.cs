namespace Twilio.Exceptions;

/// <summary>Anything that went wrong in this client.</summary>
public class TwilioException : Exception
{
    public TwilioException()
    {
    }

    public TwilioException(string message)
        : base(message)
    {
    }

    public TwilioException(string message, Exception? exception)
        : base(message, exception)
    {
    }
}

/// <summary>No answer came, or the connection broke: whether the call was carried out is not known.</summary>
public class ApiConnectionException : TwilioException
{
    public ApiConnectionException(string message)
        : base(message)
    {
    }

    public ApiConnectionException(string message, Exception exception)
        : base(message, exception)
    {
    }
}

/// <summary>The API refused. The message is the vendor's own and may hold a phone number: log <see cref="Code"/> and <see cref="Status"/> only.</summary>
public class ApiException : TwilioException
{
    public ApiException(string message)
        : base(message) => MoreInfo = "";

    public ApiException(
        int code, int status, string message, string? moreInfo, Dictionary<string, object>? details = null, Exception? exception = null)
        : base(message, exception) => (Code, Status, MoreInfo, Details) = (code, status, moreInfo ?? "", details);

    /// <summary>The vendor's error number, 0 when the answer held none.</summary>
    public int Code { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    public string MoreInfo { get; }

    public Dictionary<string, object>? Details { get; }
}
