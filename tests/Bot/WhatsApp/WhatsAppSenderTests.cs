using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class WhatsAppSenderTests : IAsyncLifetime
{
    private const string Person = "whatsapp:+6281200000401";

    private static readonly DateTimeOffset Created = new(2026, 11, 12, 2, 0, 0, TimeSpan.Zero);

    private readonly PartsSent partsSent = new();
    private FakeTwilio twilio = null!;
    private TwilioConnection connection = null!;
    private WhatsAppSender sender = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.StartAsync();
        twilio.Now = Created.AddSeconds(1);
        (connection, sender) = Make(twilio.Url);
    }

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        await twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_goes_out_with_our_id_in_the_callback()
    {
        var outcome = await SendAsync("Tiket *TGL-1* diterima 🙏");

        var sent = Assert.Single(twilio.Sent);
        Assert.Equal((SendResult.Sent, sent.Sid), (outcome.Result, outcome.ProviderId));
        Assert.Equal(("Tiket *TGL-1* diterima 🙏", Person, FakeTwilio.Number), (sent.Body, sent.To, sent.From));
        Assert.Equal("https://bot.example/whatsapp/status?outbox=42", sent.Parameters["StatusCallback"]);
    }

    [Fact]
    public async Task A_business_scoped_id_is_answered_as_it_came()
    {
        await sender.SendAsync(new Delivery(1, "whatsapp:ID.7700990011", new OutgoingMessage { Text = "halo" }, false, Created), Stop);

        Assert.Equal("whatsapp:ID.7700990011", Assert.Single(twilio.Sent).To);
    }

    [Fact]
    public async Task A_long_text_is_split_below_the_vendors_limit()
    {
        var text = string.Join('\n', Enumerable.Range(0, 200).Select(at => $"Baris {at} dengan beberapa kata"));

        var outcome = await SendAsync(text);

        var sent = twilio.Sent.ToList();
        Assert.All(sent, part => Assert.InRange(part.Body.Length, 1, WhatsAppSender.LongestPart));
        Assert.Equal(text, string.Join('\n', sent.Select(part => part.Body)));
        Assert.Equal(sent[^1].Sid, outcome.ProviderId);
        Assert.EndsWith($"outbox=42&part=1&parts={sent.Count}", sent[0].Parameters["StatusCallback"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_goes_by_its_content_and_clean_values()
    {
        var message = new OutgoingMessage { Text = "Ada kabar", TemplateKey = "News_Waiting", TemplateValues = ["TGL-2611-0045-0", "Puskesos\n  Yamansari", ""] };

        var outcome = await sender.SendAsync(new Delivery(42, Person, message, true, Created), Stop);

        var sent = Assert.Single(twilio.Sent);
        Assert.Equal(SendResult.Sent, outcome.Result);
        Assert.False(sent.Parameters.ContainsKey("Body"));
        Assert.Equal(WhatsAppFixture.NewsTemplate, sent.Parameters["ContentSid"]);
        Assert.Equal("""{"1":"TGL-2611-0045-0","2":"Puskesos Yamansari","3":"-"}""", sent.Parameters["ContentVariables"]);
    }

    [Theory]
    [InlineData("CaseDone_ToResident")]
    [InlineData(null)]
    public async Task Without_a_template_the_window_stays_closed(string? key)
    {
        var outcome = await sender.SendAsync(new Delivery(42, Person, new OutgoingMessage { Text = "x", TemplateKey = key }, true, Created), Stop);

        Assert.Equal((SendResult.WindowClosed, "no-template"), (outcome.Result, outcome.ErrorCode));
        Assert.Empty(twilio.Sent);
    }

    [Theory]
    [InlineData(400, 21211, SendResult.ResidentLeft)]
    [InlineData(400, 21610, SendResult.ResidentLeft)]
    [InlineData(400, 21617, SendResult.NeverRetry)]
    [InlineData(400, 63007, SendResult.ChannelDown)]
    [InlineData(400, 63016, SendResult.WindowClosed)]
    [InlineData(400, 63018, SendResult.RetryLater)]
    [InlineData(400, 63013, SendResult.NeverRetry)]
    [InlineData(400, 99999, SendResult.NeverRetry)]
    [InlineData(401, 20003, SendResult.ChannelDown)]
    [InlineData(404, 20404, SendResult.NeverRetry)]
    [InlineData(500, 20500, SendResult.Unknown)]
    [InlineData(503, 0, SendResult.Unknown)]
    public async Task Each_refusal_has_its_meaning(int status, int code, SendResult result)
    {
        twilio.Refusals.Enqueue(new TwilioRefusal(status, code, "refused for whatsapp:+6281200000401"));

        var outcome = await SendAsync("halo");

        Assert.Equal(result, outcome.Result);
        Assert.Equal((code == 0 ? status : code).ToString(System.Globalization.CultureInfo.InvariantCulture), outcome.ErrorCode);
    }

    [Fact]
    public async Task Too_many_calls_hold_the_channel_as_long_as_told()
    {
        twilio.Refusals.Enqueue(new TwilioRefusal(429, 20429, "Too Many Requests", RetryAfter: 9));
        twilio.Refusals.Enqueue(new TwilioRefusal(429, 20429, "Too Many Requests"));

        var told = await SendAsync("halo");
        var untold = await SendAsync("halo");

        Assert.Equal((SendResult.RetryLater, true, TimeSpan.FromSeconds(9)), (told.Result, told.WholeChannel, told.After!.Value));
        Assert.Equal((SendResult.RetryLater, true, null), (untold.Result, untold.WholeChannel, untold.After));
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_the_list_tells()
    {
        twilio.LosesAnswers = true;
        var delivery = Deliver("halo");

        var outcome = await sender.SendAsync(delivery, Stop);
        var found = await sender.FindSentAsync(delivery, Stop);
        var other = await sender.FindSentAsync(Deliver("sampun"), Stop);

        Assert.Equal(SendResult.Unknown, outcome.Result);
        Assert.Equal((SendResult.Sent, twilio.Sent.Single().Sid), (found!.Result, found.ProviderId));
        Assert.Equal((SendResult.RetryLater, "not-found"), (other!.Result, other.ErrorCode));
    }

    [Fact]
    public async Task An_older_message_with_the_same_words_is_not_taken_for_this_one()
    {
        twilio.Now = Created.AddMinutes(-3);
        await SendAsync("halo");

        Assert.Equal(SendResult.RetryLater, (await sender.FindSentAsync(Deliver("halo"), Stop))!.Result);
    }

    [Fact]
    public async Task A_half_sent_text_goes_on_where_it_broke_off()
    {
        var text = new string('a', 1500) + new string('b', 1500);
        twilio.LosesAnswers = true;
        await SendAsync(text);
        twilio.LosesAnswers = false;

        var looked = await sender.FindSentAsync(Deliver(text), Stop);
        var again = await SendAsync(text);

        Assert.Equal((SendResult.RetryLater, SendResult.Sent), (looked!.Result, again.Result));
        Assert.Equal(["a", "b"], twilio.Sent.Select(part => part.Body[..1]));
    }

    [Fact]
    public async Task A_template_is_found_by_its_values()
    {
        var message = new OutgoingMessage { Text = "Ada kabar", TemplateKey = "News_Waiting", TemplateValues = ["TGL-2611-0045-0"] };
        var delivery = new Delivery(42, Person, message, true, Created);
        await sender.SendAsync(delivery, Stop);

        Assert.Equal(SendResult.Sent, (await sender.FindSentAsync(delivery, Stop))!.Result);
        Assert.Equal(SendResult.RetryLater, (await sender.FindSentAsync(delivery with { Message = message with { TemplateValues = ["TGL-2611-0046-1"] } }, Stop))!.Result);
    }

    [Fact]
    public async Task Where_nobody_listens_it_can_be_sent_again_but_the_list_is_unknown()
    {
        var (nobody, alone) = Make("http://127.0.0.1:9");
        using var away = nobody;

        var outcome = await alone.SendAsync(Deliver("halo"), Stop);
        var found = await alone.FindSentAsync(Deliver("halo"), Stop);

        Assert.Equal((SendResult.RetryLater, SendResult.Unknown), (outcome.Result, found!.Result));
    }

    private static Delivery Deliver(string text) => new(42, Person, new OutgoingMessage { Text = text }, false, Created);

    private Task<SendOutcome> SendAsync(string text) => sender.SendAsync(Deliver(text), Stop);

    private (TwilioConnection Connection, WhatsAppSender Sender) Make(string apiUrl)
    {
        var options = new WhatsAppOptions
        {
            AccountSid = FakeTwilio.AccountSid,
            AuthToken = FakeTwilio.AuthToken,
            WhatsAppNumber = FakeTwilio.Number,
            ApiBaseUrl = apiUrl,
            PublicBaseUrl = FakeTwilio.PublicBaseUrl,
            Templates = { ["News_Waiting"] = WhatsAppFixture.NewsTemplate },
        };
        var made = new TwilioConnection(options);
        return (made, new WhatsAppSender(options, made, partsSent));
    }
}
