namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of a method of the Bot API.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    string MethodName { get; }

    bool IsWebhookResponse { get; set; }

    HttpContent? ToHttpContent();
}

/// <summary>A call and the type of its answer.</summary>
public interface IRequest<TResponse> : IRequest;
