using Puskesos.Bot.Channels;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.Telegram;

/// <summary>Stores an update, however it came. When it returns, the update may be confirmed to Telegram.</summary>
internal sealed class TelegramIntake(Inbox inbox, TelegramTaps taps, ILogger<TelegramIntake> log)
{
    public async Task TakeAsync(ReadOnlyMemory<byte> update, CancellationToken cancellationToken)
    {
        if (TelegramUpdateReader.Read(update) is not { } reading)
        {
            var id = TelegramUpdateReader.UnreadableId(update);
            await inbox.ParkAsync(Channel.Telegram, id, update, "unreadable", cancellationToken);
            ChannelFigures.Parked.Add(1, ChannelFigures.By("telegram"));
            log.LogWarning("An update of Telegram could not be read and was parked as {ExternalId}", id);
            return;
        }

        if (reading.Message is { } message)
            await inbox.StoreAsync(message, message.Kind == IncomingKind.Group ? ReadOnlyMemory<byte>.Empty : update, cancellationToken);
        if (reading.TapId is { } tap) taps.Answer(tap);
    }
}
