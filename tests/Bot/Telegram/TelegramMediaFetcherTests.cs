using Microsoft.Extensions.Logging.Abstractions;
using Puskesos.Bot.Telegram;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramMediaFetcherTests : IAsyncLifetime
{
    private FakeTelegram telegram = null!;
    private TelegramConnection connection = null!;
    private TelegramMediaFetcher fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        telegram = await FakeTelegram.StartAsync();
        connection = new TelegramConnection(new TelegramOptions { BotToken = FakeTelegram.Token, ApiBaseUrl = telegram.Url });
        fetcher = new TelegramMediaFetcher(connection, NullLogger<TelegramMediaFetcher>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        await telegram.DisposeAsync();
    }

    [Fact]
    public async Task A_file_arrives_whole_whatever_its_name()
    {
        var content = Enumerable.Range(0, 300_000).Select(at => (byte)at).ToArray();
        telegram.Files["f1"] = ("documents/KK #2 & akta%20baru.jpg", content);

        var (result, bytes) = await FetchAsync("f1");

        Assert.Equal(MediaFetchResult.Fetched, result);
        Assert.Equal(content, bytes);
    }

    [Fact]
    public async Task A_file_that_is_told_too_big_is_not_asked_for()
    {
        var (result, _) = await FetchAsync("f1", fetcher.LargestBytes + 1);

        Assert.Equal(MediaFetchResult.TooBig, result);
        Assert.Empty(telegram.Calls);
    }

    [Fact]
    public async Task A_file_that_turns_out_too_big_is_told()
    {
        telegram.Files["f1"] = ("videos/a.mp4", new byte[fetcher.LargestBytes + 1]);

        Assert.Equal(MediaFetchResult.TooBig, (await FetchAsync("f1")).Result);
    }

    public static TheoryData<TelegramRefusal, MediaFetchResult> Refusals => new()
    {
        { TelegramRefusal.Error(400, "Bad Request: wrong file_id or the file is temporarily unavailable"), MediaFetchResult.RetryLater },
        { TelegramRefusal.Error(400, "Bad Request: file is too big"), MediaFetchResult.TooBig },
        { TelegramRefusal.Error(400, "Bad Request: invalid file_id"), MediaFetchResult.Gone },
        { TelegramRefusal.TooMany(3), MediaFetchResult.RetryLater },
        { TelegramRefusal.Error(401, "Unauthorized"), MediaFetchResult.RetryLater },
        { TelegramRefusal.Html, MediaFetchResult.RetryLater },
        { TelegramRefusal.LostAnswer, MediaFetchResult.RetryLater },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_meaning(TelegramRefusal refusal, MediaFetchResult expected)
    {
        telegram.Files["f1"] = ("photos/a.jpg", [1]);
        telegram.Refuse("getFile", refusal);

        Assert.Equal(expected, (await FetchAsync("f1")).Result);
    }

    private async Task<(MediaFetchResult Result, byte[] Bytes)> FetchAsync(string fileId, long? size = null)
    {
        using var destination = new MemoryStream();
        var result = await fetcher.FetchAsync(new IncomingMedia(fileId, null, null, size, MediaKind.File), destination, TestContext.Current.CancellationToken);
        return (result, destination.ToArray());
    }
}
