using Telegram.Bot.Polling;
using Telegram.Bot.Types;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    // The Bot API honours long polls of up to 50 seconds (its server's source).
    private const int LongestPollSeconds = 50;

    /// <summary>Receives in the background until cancelled.</summary>
    public static void StartReceiving(
        this ITelegramBotClient botClient,
        Func<ITelegramBotClient, Update, CancellationToken, Task> updateHandler,
        Func<ITelegramBotClient, Exception, HandleErrorSource, CancellationToken, Task> errorHandler,
        ReceiverOptions? receiverOptions = null,
        CancellationToken cancellationToken = default) =>
        StartReceiving(botClient, new DelegateHandler(updateHandler, errorHandler), receiverOptions, cancellationToken);

    public static void StartReceiving(
        this ITelegramBotClient botClient, IUpdateHandler updateHandler, ReceiverOptions? receiverOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updateHandler);
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await ReceiveAsync(botClient, updateHandler, receiverOptions, cancellationToken).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    // The caller asked for the end.
                }
                catch (Exception fatal)
                {
                    await updateHandler.HandleErrorAsync(botClient, fatal, HandleErrorSource.FatalError, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);
    }

    /// <summary>Receives until cancelled, one update after the other. An update counts as handled even when its handler throws.</summary>
    public static async Task ReceiveAsync(
        this ITelegramBotClient botClient, IUpdateHandler updateHandler, ReceiverOptions? receiverOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        ArgumentNullException.ThrowIfNull(updateHandler);
        var offset = receiverOptions?.Offset ?? 0;
        if (receiverOptions?.DropPendingUpdates == true)
            offset = (await botClient.GetUpdates(offset: -1, limit: 1, timeout: 0, cancellationToken: cancellationToken).ConfigureAwait(false)) is [.., var last] ? last.Id + 1 : 0;
        var pollSeconds = Math.Clamp((int)botClient.Timeout.TotalSeconds, 0, LongestPollSeconds);
        while (!cancellationToken.IsCancellationRequested)
        {
            Update[] updates;
            try
            {
                updates = await botClient.GetUpdates(offset, receiverOptions?.Limit, pollSeconds, receiverOptions?.AllowedUpdates, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                await updateHandler.HandleErrorAsync(botClient, failed, HandleErrorSource.PollingError, cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (var update in updates)
            {
                offset = update.Id + 1;
                try
                {
                    await updateHandler.HandleUpdateAsync(botClient, update, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
                {
                    await updateHandler.HandleErrorAsync(botClient, failed, HandleErrorSource.HandleUpdateError, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private sealed class DelegateHandler(
        Func<ITelegramBotClient, Update, CancellationToken, Task> onUpdate,
        Func<ITelegramBotClient, Exception, HandleErrorSource, CancellationToken, Task> onError) : IUpdateHandler
    {
        public Task HandleUpdateAsync(ITelegramBotClient botClient, Update update, CancellationToken cancellationToken) =>
            onUpdate(botClient, update, cancellationToken);

        public Task HandleErrorAsync(ITelegramBotClient botClient, Exception exception, HandleErrorSource source, CancellationToken cancellationToken) =>
            onError(botClient, exception, source, cancellationToken);
    }
}
