using Puskesos.Bot.Telegram;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramSenderTests : IAsyncLifetime
{
    private const long Chat = 5100200301;

    private readonly FakeClock clock = new();
    private readonly PartsSent partsSent = new();
    private FakeTelegram telegram = null!;
    private TelegramConnection connection = null!;
    private TelegramSender sender = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        telegram = await FakeTelegram.StartAsync();
        connection = new TelegramConnection(new TelegramOptions { BotToken = FakeTelegram.Token, ApiBaseUrl = telegram.Url });
        sender = new TelegramSender(connection, partsSent, new TelegramRefusals(clock));
    }

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        await telegram.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_goes_out_with_bold_and_keyboard()
    {
        var outcome = await SendAsync(new OutgoingMessage { Text = "Tiket *TGL-1* & <kabar>", Choices = [new("AskConsent:1", "Ya"), new("AskConsent:2", "Tidak")] });

        var sent = Assert.Single(telegram.Messages);
        Assert.Equal((SendResult.Sent, "1001"), (outcome.Result, outcome.ProviderId));
        Assert.Equal("Tiket <b>TGL-1</b> &amp; &lt;kabar&gt;", sent.Text);
        Assert.Equal("Html", sent.Parameters["parse_mode"]!.ToString());
        Assert.Equal("""{"keyboard":[[{"text":"Ya"},{"text":"Tidak"}]],"resize_keyboard":true,"one_time_keyboard":true}""", sent.Parameters["reply_markup"]!.ToJsonString());
    }

    [Fact]
    public async Task Plain_words_go_without_a_parse_mode()
    {
        await SendAsync(new OutgoingMessage { Text = "halo & <b>halo", RemovesKeyboard = true });

        var sent = Assert.Single(telegram.Messages);
        Assert.Equal("halo & <b>halo", sent.Text);
        Assert.False(sent.Parameters.ContainsKey("parse_mode"));
        Assert.Equal("""{"remove_keyboard":true}""", sent.Parameters["reply_markup"]!.ToJsonString());
    }

    [Fact]
    public async Task A_long_text_is_split_and_the_keyboard_stands_under_the_last_part()
    {
        var text = string.Join('\n', Enumerable.Range(0, 300).Select(at => $"Baris {at} dengan beberapa kata"));

        var outcome = await SendAsync(new OutgoingMessage { Text = text, Choices = [new("x:1", "Ya")] });

        var sent = telegram.Messages.ToList();
        Assert.Equal(SendResult.Sent, outcome.Result);
        Assert.True(sent.Count > 1);
        Assert.All(sent, part => Assert.InRange(part.Text.Length, 1, TelegramText.LongestPart));
        Assert.Equal(text, string.Join('\n', sent.Select(part => part.Text)));
        Assert.Equal([.. Enumerable.Repeat(false, sent.Count - 1), true], sent.Select(part => part.Parameters.ContainsKey("reply_markup")));
    }

    [Fact]
    public async Task A_refused_part_is_tried_again_without_repeating_the_first()
    {
        var message = new OutgoingMessage { Text = new string('a', 4096) + new string('b', 4096) };
        telegram.RefuseAfter("sendMessage", 1, TelegramRefusal.TooMany(3));

        var first = await SendAsync(message);
        var second = await SendAsync(message);

        Assert.Equal((SendResult.RetryLater, TimeSpan.FromSeconds(3)), (first.Result, first.After!.Value));
        Assert.Equal(SendResult.Sent, second.Result);
        Assert.Equal(["a", "b"], telegram.Messages.Select(part => part.Text[..1]));
        Assert.Equal(0, partsSent.Of(1));
    }

    [Fact]
    public async Task Marks_that_are_refused_go_as_plain_words()
    {
        telegram.Refuse("sendMessage", TelegramRefusal.Error(400, "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 52"));

        var outcome = await SendAsync(new OutgoingMessage { Text = "Tiket *TGL-1*" });

        Assert.Equal(SendResult.Sent, outcome.Result);
        Assert.Equal("Tiket TGL-1", Assert.Single(telegram.Messages).Text);
    }

    public static TheoryData<TelegramRefusal, SendResult, string> Refusals => new()
    {
        { TelegramRefusal.Blocked, SendResult.ResidentLeft, "403" },
        { TelegramRefusal.Error(403, "Forbidden: user is deactivated"), SendResult.ResidentLeft, "403" },
        { TelegramRefusal.Error(400, "Bad Request: chat not found"), SendResult.ResidentLeft, "400:chat-not-found" },
        { TelegramRefusal.Error(400, "Bad Request: message is too long"), SendResult.NeverRetry, "400:too-long" },
        { TelegramRefusal.Error(400, "Bad Request: BUTTON_DATA_INVALID"), SendResult.NeverRetry, "400:button" },
        { TelegramRefusal.Error(401, "Unauthorized"), SendResult.ChannelDown, "401" },
        { TelegramRefusal.Error(404, "Not Found"), SendResult.ChannelDown, "404" },
        { TelegramRefusal.Error(500, "Internal Server Error: restart"), SendResult.RetryLater, "500" },
        { TelegramRefusal.Html, SendResult.RetryLater, "502" },
        { new TelegramRefusal(504, "<html/>", "text/html"), SendResult.Unknown, "504" },
        { new TelegramRefusal(200, "<html/>", "text/html"), SendResult.Unknown, "no-answer" },
        { TelegramRefusal.LostAnswer, SendResult.Unknown, "no-answer" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_meaning(TelegramRefusal refusal, SendResult result, string code)
    {
        telegram.Refuse("sendMessage", refusal);

        var outcome = await SendAsync(new OutgoingMessage { Text = "halo" });

        Assert.Equal((result, code), (outcome.Result, outcome.ErrorCode));
    }

    [Fact]
    public async Task Two_chats_refused_at_once_hold_the_whole_channel()
    {
        telegram.Refuse("sendMessage", TelegramRefusal.TooMany(7), TelegramRefusal.TooMany(6), TelegramRefusal.TooMany(5), TelegramRefusal.TooMany(5));
        var message = new OutgoingMessage { Text = "halo" };

        var one = await SendAsync(message);
        var same = await SendAsync(message);
        var other = await SendAsync(message, Chat + 1);
        clock.Advance(TimeSpan.FromSeconds(60));
        var later = await SendAsync(message);

        Assert.Equal([(7, false), (6, false), (5, true), (5, false)], new[] { one, same, other, later }.Select(outcome => ((int)outcome.After!.Value.TotalSeconds, outcome.WholeChannel)));
    }

    [Fact]
    public async Task A_group_that_moved_is_reached_at_its_new_number()
    {
        telegram.Moved[-42] = -10042;

        var outcome = await SendAsync(new OutgoingMessage { Text = "Chat saya langsung", LocationLabel = "Kirim lokasi" }, -42);

        Assert.Equal(SendResult.Sent, outcome.Result);
        Assert.Equal(-10042, Assert.Single(telegram.Messages).Chat);
        Assert.False(telegram.Messages.First().Parameters.ContainsKey("reply_markup"));
    }

    [Fact]
    public async Task Where_nobody_listens_it_can_be_sent_again()
    {
        using var nobody = new TelegramConnection(new TelegramOptions { BotToken = FakeTelegram.Token, ApiBaseUrl = "http://127.0.0.1:9" });

        var outcome = await new TelegramSender(nobody, partsSent, new TelegramRefusals(clock)).SendAsync(new Delivery(1, "7", new OutgoingMessage { Text = "halo" }, false, clock.GetUtcNow()), Stop);

        Assert.Equal((SendResult.RetryLater, "connection"), (outcome.Result, outcome.ErrorCode));
    }

    [Theory]
    [InlineData("bukan-angka", "halo", "address")]
    [InlineData("7", "  \n ", "empty")]
    public async Task What_cannot_be_sent_is_never_tried(string address, string text, string code)
    {
        var outcome = await sender.SendAsync(new Delivery(1, address, new OutgoingMessage { Text = text }, false, clock.GetUtcNow()), Stop);

        Assert.Equal((SendResult.NeverRetry, code), (outcome.Result, outcome.ErrorCode));
        Assert.Empty(telegram.Calls);
    }

    private Task<SendOutcome> SendAsync(OutgoingMessage message, long chat = Chat) =>
        sender.SendAsync(new Delivery(1, chat.ToString(System.Globalization.CultureInfo.InvariantCulture), message, false, clock.GetUtcNow()), Stop);
}
