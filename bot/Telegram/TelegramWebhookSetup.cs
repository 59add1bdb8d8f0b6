using Npgsql;
using Puskesos.Bot.Channels;
using Puskesos.Core.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Puskesos.Bot.Telegram;

/// <summary>At start: makes Telegram deliver as the settings say, if asked to, and raises an alarm when it could not deliver. Waiting updates are never dropped.</summary>
internal sealed class TelegramWebhookSetup(TelegramOptions options, TelegramConnection telegram, Leases leases, ILogger<TelegramWebhookSetup> log) : BackgroundService
{
    /// <summary>Only what the reader serves; left out, Telegram keeps the list of the last call.</summary>
    public static readonly UpdateType[] Served = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; ; await Task.Delay(Backoff.After(++failures), stoppingToken))
        {
            try
            {
                await using var lease = await leases.TryTakeAsync(LeaseName.TelegramWebhookSetup, stoppingToken);
                if (lease is null) return;
                await ApplyAsync(stoppingToken);
                await CompareAsync(stoppingToken);
                return;
            }
            catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
            {
                log.LogError("Telegram refuses the token ({Code}): the channel cannot work until Telegram:BotToken is right", refused.ErrorCode);
                return;
            }
            catch (Exception away) when (away is RequestException or NpgsqlException)
            {
                log.LogWarning("The webhook could not be looked at: {Kind} {Code}", away.GetType().Name, (away as ApiRequestException)?.ErrorCode);
            }
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (!options.ApplyWebhook) return;
        if (options.ByWebhook)
            await telegram.Calls.SetWebhook(options.WebhookUrl, allowedUpdates: Served, dropPendingUpdates: false, secretToken: options.WebhookSecret, cancellationToken: cancellationToken);
        else
            await telegram.Calls.DeleteWebhook(dropPendingUpdates: false, cancellationToken: cancellationToken);
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var info = await telegram.Calls.GetWebhookInfo(cancellationToken);
        ChannelFigures.PendingUpdates(info.PendingUpdateCount);
        if (!options.ByWebhook) return;
        if (info.Url == "") log.LogError("Telegram has no webhook: set Telegram:ApplyWebhook, or call setWebhook with the bot's address and secret");
        else if (options.PublicBaseUrl != "" && info.Url != options.WebhookUrl) log.LogError("Telegram delivers to another address than Bot:PublicBaseUrl");
        if (info.LastErrorDate is { } at)
            log.LogWarning("Telegram could not deliver at {At}, {Pending} updates wait", at, info.PendingUpdateCount);
    }
}
