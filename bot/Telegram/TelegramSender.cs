using System.Globalization;
using Puskesos.Core.Messaging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Puskesos.Bot.Telegram;

/// <summary>Sends replies and notices to a chat, split where they are too long, with the answers on offer as a keyboard under the last part.</summary>
internal sealed class TelegramSender(TelegramConnection telegram, PartsSent partsSent, TelegramRefusals refusals) : IChannelSender
{
    private const string NoChat = "address";
    private const string NoText = "empty";

    public Channel Channel => Channel.Telegram;

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!long.TryParse(delivery.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)) return new(SendResult.NeverRetry, ErrorCode: NoChat);
        var parts = TelegramText.Parts(delivery.Message);
        if (parts.Count == 0) return new(SendResult.NeverRetry, ErrorCode: NoText);

        // Keyboards that ask for place or number are refused in groups, and there is nothing to choose there.
        var keyboard = chat > 0 ? TelegramKeyboard.For(delivery.Message) : null;
        var outcome = SendOutcome.Sent(null);
        for (var at = Math.Min(partsSent.Of(delivery.OutboxId), parts.Count - 1); at < parts.Count && outcome.Result == SendResult.Sent; at++)
        {
            outcome = await SendPartAsync(chat, parts[at], at == parts.Count - 1 ? keyboard : null, cancellationToken);
            if (outcome.Result != SendResult.Sent && at > 0) partsSent.Remember(delivery.OutboxId, at);
        }

        if (outcome.Result is SendResult.Sent or SendResult.NeverRetry or SendResult.ResidentLeft) partsSent.Forget(delivery.OutboxId);
        return outcome;
    }

    private async Task<SendOutcome> SendPartAsync(long chat, TelegramPart part, ReplyMarkup? keyboard, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await CallAsync(chat, part, keyboard, cancellationToken);
            }
            catch (ApiRequestException moved) when (moved.Parameters?.MigrateToChatId is { } supergroup)
            {
                return await CallAsync(supergroup, part, keyboard, cancellationToken);
            }
            catch (ApiRequestException refused) when (part.Html is not null && TelegramRefusals.IsAboutMarks(refused))
            {
                // Better without bold than not at all.
                return await CallAsync(chat, part with { Html = null }, keyboard, cancellationToken);
            }
        }
        catch (RequestException failed)
        {
            return refusals.Judge(failed, chat);
        }
    }

    private async Task<SendOutcome> CallAsync(long chat, TelegramPart part, ReplyMarkup? keyboard, CancellationToken cancellationToken)
    {
        var sent = await telegram.Calls.SendMessage(
            chatId: chat,
            text: part.Html ?? part.Plain,
            parseMode: part.Html is null ? ParseMode.None : ParseMode.Html,
            replyMarkup: keyboard,
            cancellationToken: cancellationToken);
        return SendOutcome.Sent(sent.Id.ToString(CultureInfo.InvariantCulture));
    }
}
