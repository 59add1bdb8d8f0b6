using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>A client of the Bot API.</summary>
public interface ITelegramBotClient
{
    /// <summary>The bot's own id, read from its token.</summary>
    long BotId { get; }

    bool LocalBotServer { get; }

    TimeSpan Timeout { get; set; }

    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);

    Task<bool> TestApi(CancellationToken cancellationToken = default);
}
