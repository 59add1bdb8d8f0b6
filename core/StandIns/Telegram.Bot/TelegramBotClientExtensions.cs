using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

/// <summary>The methods of the Bot API by name. Their optional tails grow with each version: always name the arguments.</summary>
public static partial class TelegramBotClientExtensions
{
    public static Task<Message> SendMessage(
        this ITelegramBotClient botClient, ChatId chatId, string text, ParseMode parseMode = default, ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null, bool disableNotification = false, bool protectContent = false, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<Message>("sendMessage").With("chat_id", chatId).With("text", text).With("parse_mode", parseMode)
            .With("reply_parameters", replyParameters).With("reply_markup", replyMarkup).With("disable_notification", disableNotification)
            .With("protect_content", protectContent), cancellationToken);

    public static Task<Message> SendPhoto(
        this ITelegramBotClient botClient, ChatId chatId, InputFile photo, string? caption = null, ParseMode parseMode = default,
        ReplyParameters? replyParameters = null, ReplyMarkup? replyMarkup = null, bool disableNotification = false, bool protectContent = false,
        CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<Message>("sendPhoto").With("chat_id", chatId).With("photo", photo).With("caption", caption).With("parse_mode", parseMode)
            .With("reply_parameters", replyParameters).With("reply_markup", replyMarkup).With("disable_notification", disableNotification)
            .With("protect_content", protectContent), cancellationToken);

    public static Task<Message> SendDocument(
        this ITelegramBotClient botClient, ChatId chatId, InputFile document, string? caption = null, ParseMode parseMode = default,
        ReplyParameters? replyParameters = null, ReplyMarkup? replyMarkup = null, bool disableNotification = false, bool protectContent = false,
        CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<Message>("sendDocument").With("chat_id", chatId).With("document", document).With("caption", caption)
            .With("parse_mode", parseMode).With("reply_parameters", replyParameters).With("reply_markup", replyMarkup)
            .With("disable_notification", disableNotification).With("protect_content", protectContent), cancellationToken);

    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient, ChatId chatId, int messageId, string text, ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = null, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<Message>("editMessageText").With("chat_id", chatId).With("message_id", messageId).With("text", text)
            .With("parse_mode", parseMode).With("reply_markup", replyMarkup), cancellationToken);

    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient, ChatId chatId, int messageId, InlineKeyboardMarkup? replyMarkup = null, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<Message>("editMessageReplyMarkup").With("chat_id", chatId).With("message_id", messageId)
            .With("reply_markup", replyMarkup), cancellationToken);

    public static Task SendChatAction(
        this ITelegramBotClient botClient, ChatId chatId, ChatAction action, int? messageThreadId = null, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<bool>("sendChatAction").With("chat_id", chatId).With("action", action).With("message_thread_id", messageThreadId), cancellationToken);

    public static Task AnswerCallbackQuery(
        this ITelegramBotClient botClient, string callbackQueryId, string? text = null, bool showAlert = false, string? url = null, int? cacheTime = null,
        CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<bool>("answerCallbackQuery").With("callback_query_id", callbackQueryId).With("text", text).With("show_alert", showAlert)
            .With("url", url).With("cache_time", cacheTime), cancellationToken);

    public static Task SetMyCommands(
        this ITelegramBotClient botClient, IEnumerable<BotCommand> commands, string? languageCode = null, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<bool>("setMyCommands").With("commands", commands).With("language_code", languageCode), cancellationToken);

    public static Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<User>("getMe"), cancellationToken);

    public static Task<TGFile> GetFile(this ITelegramBotClient botClient, string fileId, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<TGFile>("getFile").With("file_id", fileId), cancellationToken);

    public static async Task<TGFile> GetInfoAndDownloadFile(
        this ITelegramBotClient botClient, string fileId, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        var file = await botClient.GetFile(fileId, cancellationToken).ConfigureAwait(false);
        await botClient.DownloadFile(file, destination, cancellationToken).ConfigureAwait(false);
        return file;
    }

    public static Task<Update[]> GetUpdates(
        this ITelegramBotClient botClient, int? offset = null, int? limit = null, int? timeout = null, IEnumerable<UpdateType>? allowedUpdates = null,
        CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<Update[]>("getUpdates").With("offset", offset).With("limit", limit).With("timeout", timeout)
            .With("allowed_updates", allowedUpdates), cancellationToken);

    public static Task SetWebhook(
        this ITelegramBotClient botClient, string url, InputFileStream? certificate = null, string? ipAddress = null, int? maxConnections = null,
        IEnumerable<UpdateType>? allowedUpdates = null, bool dropPendingUpdates = false, string? secretToken = null, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<bool>("setWebhook").With("url", url).With("certificate", certificate).With("ip_address", ipAddress)
            .With("max_connections", maxConnections).With("allowed_updates", allowedUpdates).With("drop_pending_updates", dropPendingUpdates)
            .With("secret_token", secretToken), cancellationToken);

    public static Task DeleteWebhook(this ITelegramBotClient botClient, bool dropPendingUpdates = false, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<bool>("deleteWebhook").With("drop_pending_updates", dropPendingUpdates), cancellationToken);

    public static Task<WebhookInfo> GetWebhookInfo(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        Send(botClient, new Call<WebhookInfo>("getWebhookInfo"), cancellationToken);

    private static Task<TResponse> Send<TResponse>(ITelegramBotClient botClient, Call<TResponse> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        return botClient.SendRequest(call, cancellationToken);
    }
}
