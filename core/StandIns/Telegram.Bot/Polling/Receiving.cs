using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Polling;

/// <summary>Where an error of the receiving loop came from.</summary>
public enum HandleErrorSource
{
    PollingError,
    HandleUpdateError,
    FatalError,
}

/// <summary>Takes the updates of a receiving loop and its errors.</summary>
public interface IUpdateHandler
{
    Task HandleUpdateAsync(ITelegramBotClient botClient, Update update, CancellationToken cancellationToken);

    Task HandleErrorAsync(ITelegramBotClient botClient, Exception exception, HandleErrorSource source, CancellationToken cancellationToken);
}

/// <summary>What a receiving loop asks for.</summary>
public sealed class ReceiverOptions
{
    public int? Offset { get; set; }

    public UpdateType[]? AllowedUpdates { get; set; }

    public int? Limit { get; set; }

    /// <summary>Throws waiting messages away; never used here.</summary>
    public bool DropPendingUpdates { get; set; }
}
