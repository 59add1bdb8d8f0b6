using System.Threading.Channels;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Puskesos.Bot.Telegram;

/// <summary>Answers taps on buttons, so that the client stops its spinner. Best effort: a tap is stored before, and nothing waits for this.</summary>
internal sealed class TelegramTaps(TelegramConnection telegram, ILogger<TelegramTaps> log) : BackgroundService
{
    /// <summary>More than this many at once are dropped: a tap older than 150 s cannot be answered anyway.</summary>
    private const int MostWaiting = 1000;

    private readonly Channel<string> waiting = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Takes the tap on and returns at once.</summary>
    public void Answer(string tapId) => waiting.Writer.TryWrite(tapId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var tap in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await telegram.Calls.AnswerCallbackQuery(tap, cancellationToken: stoppingToken);
            }
            catch (RequestException refused)
            {
                // "query is too old" is the usual one; the stored tap is dealt with all the same.
                log.LogDebug("A tap could not be answered: {Code}", (refused as ApiRequestException)?.ErrorCode);
            }
        }
    }
}
