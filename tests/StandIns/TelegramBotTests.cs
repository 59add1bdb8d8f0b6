using System.Net;
using System.Text;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Puskesos.Tests.StandIns;

/// <summary>The behaviour of the Telegram library that the product relies on; holds for the stand-in and for the real package.</summary>
public sealed class TelegramBotTests : IAsyncLifetime
{
    private const string Token = "123456:TEST-token_of_this_test";
    private const string Sent = """{"ok":true,"result":{"message_id":80,"date":1767243641,"chat":{"id":7012345678,"type":"private"},"text":"Terima kasih."}}""";

    private LoopbackServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await LoopbackServer.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private TelegramBotClient Client(int retries = 0) => new(new TelegramBotClientOptions(Token, server.Url) { RetryCount = retries });

    private JsonElement SentJson() => JsonDocument.Parse(server.Requests.Last().Body).RootElement;

    [Fact]
    public async Task A_message_goes_out_as_JSON_under_the_token()
    {
        server.Answers(200, Sent);

        var message = await Client().SendMessage(7012345678, "Terima kasih. 🙏", cancellationToken: Stop);

        var seen = server.Requests.Single();
        Assert.Equal("POST", seen.Method);
        Assert.Equal($"/bot{Token}/sendMessage", seen.Target);
        Assert.StartsWith("application/json", seen.ContentType, StringComparison.Ordinal);
        Assert.Equal(7012345678, SentJson().GetProperty("chat_id").GetInt64());
        Assert.Equal("Terima kasih. 🙏", SentJson().GetProperty("text").GetString());
        Assert.False(SentJson().TryGetProperty("parse_mode", out _));
        Assert.Equal((80, 7012345678), (message.Id, message.Chat.Id));
        Assert.Equal(new DateTime(2026, 1, 1, 5, 0, 41, DateTimeKind.Utc), message.Date);
    }

    [Fact]
    public async Task A_reply_keyboard_can_ask_for_number_and_place()
    {
        server.Answers(200, Sent);
        var keyboard = new ReplyKeyboardMarkup(new KeyboardButton[][] { ["1 Ya", KeyboardButton.WithRequestLocation("Lokasi")], [KeyboardButton.WithRequestContact("Nomor HP")] })
        {
            ResizeKeyboard = true,
            OneTimeKeyboard = true,
        };

        await Client().SendMessage(7, "Pilih", replyMarkup: keyboard, cancellationToken: Stop);

        var markup = SentJson().GetProperty("reply_markup");
        Assert.True(markup.GetProperty("resize_keyboard").GetBoolean());
        Assert.True(markup.GetProperty("one_time_keyboard").GetBoolean());
        Assert.Equal("1 Ya", markup.GetProperty("keyboard")[0][0].GetProperty("text").GetString());
        Assert.True(markup.GetProperty("keyboard")[0][1].GetProperty("request_location").GetBoolean());
        Assert.True(markup.GetProperty("keyboard")[1][0].GetProperty("request_contact").GetBoolean());
    }

    [Fact]
    public async Task A_keyboard_can_be_removed_and_inline_buttons_carry_data()
    {
        server.Answers(200, Sent).Answers(200, Sent);

        await Client().SendMessage(7, "Baik", replyMarkup: new ReplyKeyboardRemove(), cancellationToken: Stop);
        var removed = SentJson().GetProperty("reply_markup").GetProperty("remove_keyboard").GetBoolean();
        await Client().SendMessage(7, "Pilih", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Ya", "y:1")), cancellationToken: Stop);

        Assert.True(removed);
        Assert.Equal("y:1", SentJson().GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString());
    }

    [Fact]
    public async Task A_document_goes_out_as_multipart_with_its_name()
    {
        server.Answers(200, Sent);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("isi berkas"));

        await Client().SendDocument(-1001234567890, InputFile.FromStream(file, "surat tanda terima.txt"), caption: "Tanda terima", cancellationToken: Stop);

        var seen = server.Requests.Single();
        Assert.Equal($"/bot{Token}/sendDocument", seen.Target);
        Assert.StartsWith("multipart/form-data", seen.ContentType, StringComparison.Ordinal);
        Assert.Contains("filename=\"surat tanda terima.txt\"", seen.Body, StringComparison.Ordinal);
        Assert.Contains("isi berkas", seen.Body, StringComparison.Ordinal);
        Assert.Contains("-1001234567890", seen.Body, StringComparison.Ordinal);
        Assert.Contains("Tanda terima", seen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_Telegram_has_goes_out_by_its_id()
    {
        server.Answers(200, Sent);

        await Client().SendPhoto(7, InputFile.FromFileId("AgACAgUAAx"), cancellationToken: Stop);

        Assert.Contains("AgACAgUAAx", server.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_tells_code_reason_and_parameters()
    {
        server.Answers(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""")
            .Answers(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":-1001234567890}}""")
            .Answers(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");

        var busy = await Assert.ThrowsAsync<ApiRequestException>(() => Client().SendMessage(7, "a", cancellationToken: Stop));
        var moved = await Assert.ThrowsAsync<ApiRequestException>(() => Client().SendMessage(7, "a", cancellationToken: Stop));
        var blocked = await Assert.ThrowsAsync<ApiRequestException>(() => Client().SendMessage(7, "a", cancellationToken: Stop));

        Assert.Equal((429, 7), (busy.ErrorCode, busy.Parameters?.RetryAfter));
        Assert.Equal(-1001234567890, moved.Parameters?.MigrateToChatId);
        Assert.Equal(403, blocked.ErrorCode);
        Assert.Contains("blocked", blocked.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Too_many_requests_are_repeated_by_the_client_only_when_allowed()
    {
        server.Answers(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}""").Answers(200, Sent);

        var message = await Client(retries: 3).SendMessage(7, "a", cancellationToken: Stop);

        Assert.Equal(80, message.Id);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_proxys_page_is_a_request_error_with_its_status()
    {
        server.Answers(502, "<html><title>502 Bad Gateway</title></html>", "text/html");

        var error = await Assert.ThrowsAnyAsync<RequestException>(() => Client().GetMe(Stop));

        Assert.IsNotType<ApiRequestException>(error);
        Assert.Equal(HttpStatusCode.BadGateway, error.HttpStatusCode);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_is_a_request_error_without_the_token()
    {
        var nobody = new TelegramBotClient(new TelegramBotClientOptions(Token, "http://127.0.0.1:1") { RetryCount = 0 });

        var error = await Assert.ThrowsAnyAsync<RequestException>(() => nobody.SendMessage(7, "a", cancellationToken: Stop));

        Assert.Null(error.HttpStatusCode);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_asked_for_and_downloaded()
    {
        server.Answers(200, """{"ok":true,"result":{"file_id":"A","file_unique_id":"B","file_size":9,"file_path":"photos/file_12.jpg"}}""")
            .Answers(200, "foto byte", "image/jpeg");
        using var target = new MemoryStream();

        var file = await Client().GetInfoAndDownloadFile("A", target, Stop);

        Assert.Equal(("photos/file_12.jpg", 9L), (file.FilePath, file.FileSize));
        Assert.Equal("foto byte", Encoding.UTF8.GetString(target.ToArray()));
        Assert.Equal($"/file/bot{Token}/photos/file_12.jpg", server.Requests.Last().Target);
    }

    [Fact]
    public async Task The_webhook_is_set_with_its_secret_and_kinds()
    {
        server.Answers(200, """{"ok":true,"result":true}""")
            .Answers(200, """{"ok":true,"result":{"url":"https://contoh.id/tg","has_custom_certificate":false,"pending_update_count":37,"last_error_date":1767243600,"last_error_message":"x","allowed_updates":["message","my_chat_member"]}}""");

        await Client().SetWebhook("https://contoh.id/tg", allowedUpdates: [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember], secretToken: "rahasia", cancellationToken: Stop);
        var sent = SentJson();
        var info = await Client().GetWebhookInfo(Stop);

        Assert.Equal("rahasia", sent.GetProperty("secret_token").GetString());
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], sent.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal((37, "https://contoh.id/tg"), (info.PendingUpdateCount, info.Url));
        Assert.Equal(new DateTime(2026, 1, 1, 5, 0, 0, DateTimeKind.Utc), info.LastErrorDate);
    }

    [Fact]
    public async Task Updates_are_fetched_and_unknown_kinds_and_fields_ignored()
    {
        server.Answers(200, """
            {"ok":true,"result":[
              {"update_id":1,"something_new":{"a":1}},
              {"update_id":2,"message":{"message_id":5,"date":1767243600,"chat":{"id":7012345678,"type":"private","new":1},"from":{"id":7012345678,"is_bot":false,"first_name":"Siti"},
                "contact":{"phone_number":"0812","first_name":"Siti","user_id":7012345678}}},
              {"update_id":3,"message":{"message_id":6,"date":1767243600,"chat":{"id":7,"type":"private"},
                "location":{"latitude":-6.869412,"longitude":109.125,"horizontal_accuracy":12.5,"live_period":900}}},
              {"update_id":4,"my_chat_member":{"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"Siti"},"date":1767243600,
                "old_chat_member":{"status":"member","user":{"id":1,"is_bot":true,"first_name":"B"}},
                "new_chat_member":{"status":"kicked","user":{"id":1,"is_bot":true,"first_name":"B"},"until_date":0}}},
              {"update_id":5,"callback_query":{"id":"9","from":{"id":7,"is_bot":false,"first_name":"Siti"},"chat_instance":"1","data":"m:1"}}
            ]}
            """);

        var updates = await Client().GetUpdates(offset: 1, limit: 100, timeout: 0, cancellationToken: Stop);

        Assert.Equal(
            [UpdateType.Unknown, UpdateType.Message, UpdateType.Message, UpdateType.MyChatMember, UpdateType.CallbackQuery],
            updates.Select(update => update.Type));
        Assert.Equal(7012345678, updates[1].Message!.Contact!.UserId);
        Assert.Equal(-6.869412, updates[2].Message!.Location!.Latitude);
        Assert.Equal((12.5, 900), (updates[2].Message!.Location!.HorizontalAccuracy, updates[2].Message!.Location!.LivePeriod));
        Assert.Equal(ChatMemberStatus.Kicked, updates[3].MyChatMember!.NewChatMember.Status);
        Assert.Equal("m:1", updates[4].CallbackQuery!.Data);
    }

    [Fact]
    public async Task A_button_tap_is_answered_and_commands_are_set()
    {
        server.Answers(200, """{"ok":true,"result":true}""").Answers(200, """{"ok":true,"result":true}""").Answers(200, """{"ok":true,"result":true}""");

        await Client().AnswerCallbackQuery("9", text: "Baik", cancellationToken: Stop);
        var answer = SentJson();
        await Client().SetMyCommands([new BotCommand("menu", "Buka menu")], languageCode: "id", cancellationToken: Stop);
        var commands = SentJson();
        await Client().SendChatAction(7, ChatAction.Typing, cancellationToken: Stop);

        Assert.Equal("9", answer.GetProperty("callback_query_id").GetString());
        Assert.Equal("menu", commands.GetProperty("commands")[0].GetProperty("command").GetString());
        Assert.Equal("typing", SentJson().GetProperty("action").GetString());
    }

    [Fact]
    public void A_malformed_token_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions("not-a-token"));
    }
}
