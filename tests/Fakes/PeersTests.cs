using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Bot.Telegram;
using Puskesos.Tests.Bot.WhatsApp;
using Puskesos.Tests.StandIns;

namespace Puskesos.Tests.Fakes;

/// <summary>Clients and servers that others wrote judge ours (peers/README.md). Explicit: they need node and packages from npm.</summary>
public sealed class PeersTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Person = "whatsapp:+6281200000401";

    private TestDatabase database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task Grammy_finds_the_fake_bot_api_as_it_should_be()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        foreach (var text in new[] { "satu", "dua", "tiga" }) telegram.Say(7, text);
        telegram.Files["f1"] = ("photos/kk_1.jpg", new byte[70_000]);
        telegram.Updates.Add(id => Update(id, "message", new JsonObject
        {
            ["message_id"] = id,
            ["date"] = 1794450000,
            ["from"] = Wati(),
            ["chat"] = Chat(),
            ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "f1", ["file_unique_id"] = "uf1", ["width"] = 10, ["height"] = 10 }),
        }));
        telegram.Updates.Add(id => Update(id, "callback_query", new JsonObject { ["id"] = "tap", ["from"] = Wati(), ["chat_instance"] = "1", ["data"] = "AskConsent:1" }));
        telegram.Blocked[42] = 1;
        telegram.RefuseAfter("sendMessage", 3, TelegramRefusal.TooMany(3));

        await using var grammy = NodePeer.Start("grammy-judges-fake-telegram.js", telegram.Url, FakeTelegram.Token);

        Assert.Equal(0, await grammy.EndAsync(output));
    }

    [Fact(Explicit = true)]
    public async Task The_vendors_client_finds_the_fake_twilio_as_it_should_be()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var client = NodePeer.Start("twilio-judges-fake-twilio.js", twilio.Url, FakeTwilio.AccountSid, FakeTwilio.AuthToken, FakeTwilio.Number);
        twilio.BotUrl = "http://127.0.0.1:" + (await client.LineAsync("listening "));
        twilio.ClosedWindows["whatsapp:+6281200000402"] = 1;
        twilio.BusyFor["whatsapp:+6281200000429"] = 1;
        twilio.Keep(twilio.Form(Person, "lama"));
        twilio.Keep(twilio.Form(Person, "foto"), ("ME" + new string('1', 32), "image/jpeg", [1]));
        foreach (var text in new[] { "halo & + = % 🙏", " 1 \n", "selesai" })
            using (await twilio.ReceiveAsync(twilio.Form(Person, text, ("Kosong", "")))) { }

        Assert.Equal(0, await client.EndAsync(output));
    }

    [Fact(Explicit = true)]
    public async Task Our_payloads_have_the_vendors_shape_and_signature()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Bot");
        var url = FakeTwilio.PublicBaseUrl + "/whatsapp/webhook";
        var forms = Directory.GetFiles(Path.Combine(folder, "WhatsApp", "Payloads"), "*.form").Order(StringComparer.Ordinal);
        var signatures = new JsonObject(forms.Select(file => KeyValuePair.Create(
            Path.GetFileName(file), (JsonNode?)new JsonObject { ["url"] = url, ["signature"] = FakeTwilio.Sign(url, WhatsAppFixture.Fields(File.ReadAllBytes(file))) })));
        var list = Path.Combine(Path.GetTempPath(), $"{database.Name}.json");
        await File.WriteAllTextAsync(list, signatures.ToJsonString(), Stop);

        await using var judge = NodePeer.Start("judge-payloads.js", Path.Combine(folder, "Telegram", "Payloads"), Path.Combine(folder, "WhatsApp", "Payloads"), FakeTwilio.AuthToken, list, SharedPack.File("specs", "telegram-update-10.1.schema.json"));

        Assert.Equal(0, await judge.EndAsync(output));
        File.Delete(list);
    }

    [Fact(Explicit = true)]
    public async Task Every_telegram_call_of_ours_fits_the_specification()
    {
        await using var prism = await NodePeer.StartPrismAsync("telegram-8.1-for-prism.json");

        // Not setWebhook: the specification knows it as multipart only, because it may carry a certificate; the Bot API takes JSON too.
        await using var host = await ChannelHost.StartAsync(database.ConnectionString, TelegramSettings.Webhook(prism.Url));
        var sender = host.Services.GetServices<IChannelSender>().Single(found => found.Channel == Channel.Telegram);
        OutgoingMessage[] messages =
        [
            new() { Text = "Tiket *TGL-1* & <kabar>", Choices = [new("AskConsent:1", "Ya"), new("AskConsent:2", "Tidak")] },
            new() { Text = "halo", RemovesKeyboard = true },
            new() { Text = "lokasi", LocationLabel = "Kirim lokasi saya" },
            new() { Text = "nomor", ContactLabel = "Kirim nomor saya", Choices = [new("AskPhone:1", "LEWATI")] },
            new() { Text = string.Join('\n', Enumerable.Repeat("Baris yang panjang sekali 🙏", 400)) },
        ];

        foreach (var message in messages)
            Assert.Equal(SendResult.Sent, (await sender.SendAsync(new Delivery(1, "7012345678", message, false, DateTimeOffset.UnixEpoch), Stop)).Result);
        await Eventually.TrueAsync(() => prism.Lines.Any(line => line.Contains("getWebhookInfo", StringComparison.Ordinal)), "getWebhookInfo was called");
        await Task.Delay(1000, Stop);

        Report(prism);
    }

    [Fact(Explicit = true)]
    public async Task Every_twilio_call_of_ours_fits_the_specification()
    {
        await using var prism = await NodePeer.StartPrismAsync("twilio-messages-for-prism.json");
        await using var host = await ChannelHost.StartAsync(database.ConnectionString, WhatsAppFixture.Settings(prism.Url));
        var sender = host.Services.GetServices<IChannelSender>().Single(found => found.Channel == Channel.WhatsApp);
        var text = new Delivery(7, Person, new OutgoingMessage { Text = string.Join('\n', Enumerable.Repeat("Baris & + = % 🙏", 200)) }, false, TimeProvider.System.GetUtcNow());
        var template = text with { AsTemplate = true, Message = new OutgoingMessage { Text = "x", TemplateKey = "News_Waiting", TemplateValues = ["TGL-1", "Puskesos \"A\""] } };

        Assert.Equal(SendResult.Sent, (await sender.SendAsync(text, Stop)).Result);
        Assert.Equal(SendResult.Sent, (await sender.SendAsync(template, Stop)).Result);
        Assert.Equal(SendResult.RetryLater, (await sender.FindSentAsync(text, Stop))!.Result);
        Assert.NotNull(await host.The<TwilioMessageList>().InboundSinceAsync(DateTimeOffset.UnixEpoch, Stop));
        Assert.NotNull(await host.The<TwilioMessageList>().MediaOfAsync("MM" + new string('1', 32), Stop));

        Report(prism);
    }

    [Fact(Explicit = true)]
    public async Task Polling_and_sending_work_with_a_server_of_others()
    {
        var port = NodePeer.FreePort();
        await using var server = NodePeer.Start("telegram-test-api.js", port.ToString(CultureInfo.InvariantCulture));
        await server.LineAsync("up");
        var url = $"http://127.0.0.1:{port}";
        await using var host = await ChannelHost.StartAsync(database.ConnectionString, TelegramSettings.Polling(url));
        JsonObject Said(string text) => new() { ["botToken"] = FakeTelegram.Token, ["date"] = 1794450000, ["from"] = Wati(), ["chat"] = Chat(), ["text"] = text };
        foreach (var text in new[] { "halo", "kedua" })
            using (await host.Http.PostAsync(url + "/sendMessage", Json(Said(text)), Stop)) { }

        await Eventually.TrueAsync(async () => (await host.InboxAsync()).Count == 2, "both messages came in");
        var sender = host.Services.GetServices<IChannelSender>().Single(found => found.Channel == Channel.Telegram);
        var outcome = await sender.SendAsync(new Delivery(1, "7", new OutgoingMessage { Text = "Selamat pagi", Choices = [new("x:1", "Ya")] }, false, DateTimeOffset.UnixEpoch), Stop);
        using var answer = await host.Http.PostAsync(url + "/getUpdates", Json(new JsonObject { ["token"] = FakeTelegram.Token, ["chatId"] = 7 }), Stop);
        var got = await answer.Content.ReadAsStringAsync(Stop);

        output.WriteLine($"telegram-test-api: {string.Join(", ", (await host.InboxAsync()).Select(row => row.Message!.Text))} came in; out: {got}");
        Assert.Equal(SendResult.Sent, outcome.Result);
        Assert.Contains("Selamat pagi", got, StringComparison.Ordinal);
    }

    private void Report(NodePeer prism)
    {
        // What it finds in its own made-up answers is not about our calls.
        var violations = prism.Lines.Where(line => line.Contains("Violation: request", StringComparison.Ordinal) || line.Contains("No route", StringComparison.OrdinalIgnoreCase)).ToList();
        output.WriteLine($"{prism.Lines.Count(line => line.Contains("Request received", StringComparison.Ordinal))} calls, {violations.Count} lines of violations");
        foreach (var line in violations) output.WriteLine(line);
        Assert.Empty(violations);
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static JsonObject Update(int id, string kind, JsonObject content) => new() { ["update_id"] = id, [kind] = content };

    private static JsonObject Wati() => new() { ["id"] = 7, ["is_bot"] = false, ["first_name"] = "Wati" };

    private static JsonObject Chat() => new() { ["id"] = 7, ["type"] = "private", ["first_name"] = "Wati" };
}
